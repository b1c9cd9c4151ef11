/** The documents there are. */
export const ENTRIES = ['index.html', 'resident.html'] as const;

/** Residents' addresses: a code on a wall, a tracking code, a session, public pages. They load a light entry. */
const RESIDENT = /^\/[qtsp](\/|$)/;
/** Figures are called I16.accept.p90 and the like, which may look like the name of a file. */
const FIGURE = /^\/figures\/[^/]+$/;
/** Never a page, however wrong the rest of the address is. */
const NO_PAGE = /^\/(api|health|metrics|\.well-known|assets)(\/|$)|\.[a-z0-9]{1,5}$/i;

/** The document that answers an address; undefined where no page can be. */
export function entryOf(path: string): (typeof ENTRIES)[number] | undefined {
  // A signed code may look like the name of a file.
  if (RESIDENT.test(path)) return 'resident.html';
  return NO_PAGE.test(path) && !FIGURE.test(path) ? undefined : 'index.html';
}
