/** What the list of look-backs can be cut down to. */
export const LOOK_BACK_CUTS = ['due', 'coming', 'STABLE', 'REBOUND', 'UNVERIFIABLE'] as const;
export type LookBackCut = (typeof LOOK_BACK_CUTS)[number];
