/**
 * By what an operator finds running workflows. Ids and codes only. What changes in a matter's life (state, lead, deadline)
 * is not among them: each change would cost an event, and boards read projections, never Temporal.
 */
export const SEARCH_ATTRIBUTES = {
  subdistrict: 'Subdistrict',
  community: 'Community',
  grade: 'Grade',
} as const;
