/** What a department is: of the government, a brigade on call, a supply company, or the subdistrict's own office. */
export const DEPARTMENT_KINDS = ['bureau', 'brigade', 'utility', 'office'] as const;
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number];

/** Posts of the people in a department, in rising rank; each is a role of the same name. */
export const DEPARTMENT_POSTS = ['handler', 'deputyHead', 'head'] as const;
export type DepartmentPost = (typeof DEPARTMENT_POSTS)[number];

/** A yellow card warns before a step is late, a red one says that it is (domain 4.4 rungs 2 and 3). */
export const CARD_KINDS = ['yellow', 'red'] as const;
export type CardKind = (typeof CARD_KINDS)[number];
