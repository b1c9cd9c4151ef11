/** Whose secret it is: what was sealed for one receiver opens for no other. */
export const secretBoundTo = ({ subdistrictId, id }: { subdistrictId: string; id: string }): string =>
  `hsl-webhook/1 ${subdistrictId} ${id}`;
