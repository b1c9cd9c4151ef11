/** What goes up to the district. */
export const REFERRED_SOURCES = ['reports', 'topics', 'supervision'] as const;
export type ReferredSource = (typeof REFERRED_SOURCES)[number];
