/** The sheet that is open has an address of its own. */
export const withSheet = ({ do: doing }: Record<string, unknown>): { do?: string } =>
  typeof doing === 'string' ? { do: doing } : {};
