/** Unread rows of an inbox are counted so far and no further: nobody reads more, and a count costs each row of it. */
export const MOST_UNREAD_COUNTED = 1_000;

/** @param count as the inbox says it; @returns e.g. `12`, and `999+` for an inbox in which as many or more wait */
export const unreadText = (count: number): string =>
  count < MOST_UNREAD_COUNTED ? String(count) : `${MOST_UNREAD_COUNTED - 1}+`;
