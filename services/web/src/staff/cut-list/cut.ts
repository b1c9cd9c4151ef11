/** One way to cut a list down; it stands in the address under its name. */
export interface Cut {
  name: string;
  /** What it may be; absent where a directory says so, such as communities. */
  codes?: readonly string[];
  /** Words of the codes are `<words>.<code>`. */
  words?: string;
}

export type CutQuery = Partial<Record<string, string>> & { do?: string };

const LONGEST = 60;

/** Only what is understood is kept: an address somebody typed by hand never breaks the page. */
export const cutOf =
  (cuts: readonly Cut[]) =>
  (search: Record<string, unknown>): CutQuery => {
    const names = [...cuts, { name: 'do' }];
    const known = names.flatMap(({ name, codes }: Cut) => {
      const value = search[name];
      const isGood = typeof value === 'string' && value !== '' && value.length <= LONGEST;
      return isGood && (codes?.includes(value) ?? true) ? [[name, value] as const] : [];
    });
    return Object.fromEntries(known);
  };

/** What the service is asked for: the filters without the sheet that is open. */
export const filtersOf = ({ do: _open, ...filters }: CutQuery): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined));
