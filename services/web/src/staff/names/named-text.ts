/** What an id in a sentence is of, by its form: `ZX-CGJ`, `ZX-M01`, `ZX01`. */
export type IdKind = 'department' | 'member' | 'community';

const ID = /\b[A-Z]{2}(?:-[A-Z0-9]+|\d{2})\b(?!-)/g;

const kindOf = (id: string): IdKind => {
  if (!id.includes('-')) return 'community';
  return /-M\d/.test(id) ? 'member' : 'department';
};

/** Services write ids, a directory knows their names; one that it does not know stays. */
export const namedText = (text: string, nameOf: (kind: IdKind, id: string) => string): string =>
  text.replace(ID, (id) => nameOf(kindOf(id), id) || id);
