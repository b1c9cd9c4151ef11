/** Whose address it is: what was sealed for one row opens in no other. */
export const addressBoundTo = (row: { subdistrictId: string; userId: string; channel: string }): string =>
  `hsl-address/1 ${row.subdistrictId} ${row.userId} ${row.channel}`;
