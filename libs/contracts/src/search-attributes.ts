/**
 * By what an operator finds running workflows. Ids and codes only. The state is not among them: it changes nine times
 * in a matter's life, each change would cost an event, and boards read projections, never Temporal.
 */
export const SEARCH_ATTRIBUTES = {
  subdistrict: 'Subdistrict',
  community: 'Community',
  grade: 'Grade',
  leadDepartment: 'LeadDepartment',
  dueAt: 'DueAt',
} as const;
