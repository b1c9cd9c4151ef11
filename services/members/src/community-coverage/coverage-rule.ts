/** S27: one community, two members and more, N groups with a stake of which one at least. */
export const COVERAGE_NEEDS = { members: 2, groups: 1 } as const;

export interface Missing {
  what: keyof typeof COVERAGE_NEEDS;
  has: number;
  needs: number;
}

/** What a community lacks; nothing if it is covered. */
export const missingOf = (has: Readonly<Record<keyof typeof COVERAGE_NEEDS, number>>): Missing[] =>
  (['members', 'groups'] as const)
    .map((what) => ({ what, has: has[what], needs: COVERAGE_NEEDS[what] }))
    .filter((one) => one.has < one.needs);
