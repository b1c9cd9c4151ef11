/** Of a line in the page: a station of the life-cycle strip leads there. */
export const lineId = (id: string): string => `line-${id}`;
