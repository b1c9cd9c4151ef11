import type { ListQuery } from './list-query.js';

/** A cut of the list that somebody wants again, on this device. */
export interface SavedFilter {
  name: string;
  query: ListQuery;
}

const MOST = 10;
const storeOf = (userId: string): string => `hsl.saved.${userId}`;

export function savedFilters(userId: string): readonly SavedFilter[] {
  const text = localStorage.getItem(storeOf(userId));
  return text === null ? [] : (JSON.parse(text) as SavedFilter[]);
}

/** The newest first; the same name again is the newer one. */
export const withSaved = (all: readonly SavedFilter[], added: SavedFilter): readonly SavedFilter[] =>
  [added, ...all.filter(({ name }) => name !== added.name)].slice(0, MOST);

export const keepSaved = (userId: string, all: readonly SavedFilter[]): void =>
  localStorage.setItem(storeOf(userId), JSON.stringify(all));
