const LONGEST = 80;

/** What may stand in the address of a page with sheets: which one is open, and on what. */
export interface SheetSearch {
  do?: string;
  on?: string;
}

/** Keeps what a page understands of its address, as short plain text; an address typed by hand never breaks it. */
export function searchOf<Name extends string>(...names: readonly Name[]) {
  const known = ['do', 'on', ...names];
  return (search: Record<string, unknown>): SheetSearch & Partial<Record<Name, string>> => {
    const kept = known.flatMap((name) => {
      const given = search[name];
      return typeof given === 'string' && given !== '' && given.length <= LONGEST ? [[name, given] as const] : [];
    });
    return Object.fromEntries(kept) as SheetSearch & Partial<Record<Name, string>>;
  };
}
