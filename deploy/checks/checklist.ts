/** A line of docs/checklist.csv: what the product has to do, and how a test names it in its title, as `[S57]`. */
export interface ChecklistRow {
  tag: string;
  section: string;
  meaning: string;
}

/** A title with its file. */
export interface TestTitle {
  file: string;
  title: string;
}

export interface Checklist {
  rows: { row: ChecklistRow; tests: TestTitle[] }[];
  /** Tags of titles that look like ours but name no row, or more than one. */
  unknown: { tag: string; test: TestTitle }[];
}

const CELL = /(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g;
const BRACKETS = /\[([^\]]+)\]/g;
/** S57, I4, 4.2 accept, report 7: what a tag looks like; other things in brackets are none. */
const TAG = /^([SI]\d+|\d\.\d .+|report \d+)$/;

const cellsOf = (line: string): string[] =>
  [...line.matchAll(CELL)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');

/** @throws Error when the table has no rows, or a tag twice */
export function parseChecklist(csv: string): ChecklistRow[] {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  const rows = lines.map(cellsOf).map(([tag = '', section = '', meaning = '']) => ({ tag, section, meaning }));
  const twice = rows.find((row, index) => rows.findIndex((other) => other.tag === row.tag) !== index);
  if (rows.length === 0 || twice) throw new Error(twice ? `${twice.tag} stands twice` : 'the checklist is empty');
  return rows;
}

/** `checkIn`, `check-in` and `check in` are one tag. */
const plain = (tag: string): string => tag.toLowerCase().replace(/[^a-z0-9.]/g, '');

/** The row that a tag names: by its whole name, or by the first words of one name only (`4.5 nobody accepts`). */
function findRow(rows: readonly ChecklistRow[], tag: string): ChecklistRow | undefined {
  const exact = rows.find((row) => plain(row.tag) === plain(tag));
  if (exact || !tag.includes(' ')) return exact;
  const begun = rows.filter((row) => row.tag.toLowerCase().startsWith(`${tag.toLowerCase()} `));
  return begun.length === 1 ? begun[0] : undefined;
}

/** The tags of a title. A tag may itself hold a comma; `[S1, S2]` are two. */
function tagsOf(title: string, rows: readonly ChecklistRow[]): string[] {
  return [...title.matchAll(BRACKETS)]
    .map(([, inside]) => inside!.trim())
    .flatMap((inside) => (findRow(rows, inside) ? [inside] : inside.split(',').map((part) => part.trim())))
    .filter((tag) => TAG.test(tag));
}

/** Sets the titles beside the rows that they name. */
export function matchTests(rows: readonly ChecklistRow[], titles: readonly TestTitle[]): Checklist {
  const tagged = titles.flatMap((test) =>
    tagsOf(test.title, rows).map((tag) => ({ tag, test, row: findRow(rows, tag) })),
  );
  return {
    rows: rows.map((row) => ({ row, tests: tagged.filter((entry) => entry.row === row).map((entry) => entry.test) })),
    unknown: tagged.filter((entry) => !entry.row).map(({ tag, test }) => ({ tag, test })),
  };
}

/** The rows of a section: `4.5`, `1.3`, or `1` for all of them below it. */
export const inSection = (section: string) => (row: ChecklistRow) =>
  row.section === section || row.section.startsWith(`${section}.`);

/** The list as text: each row with its tests, then the rows without one, then tags that name no row. */
export function printChecklist({ rows, unknown }: Checklist): string {
  const line = (row: ChecklistRow) => `${row.tag.padEnd(8)}  ${row.meaning}`;
  const testLine = ({ file, title }: TestTitle) => `            ${file}: ${title}`;
  const proved = rows.filter(({ tests }) => tests.length > 0);
  const open = rows.filter(({ tests }) => tests.length === 0);
  return [
    ...proved.flatMap(({ row, tests }) => [line(row), ...tests.map(testLine)]),
    ...(open.length > 0 ? ['', 'Without a test:', ...open.map(({ row }) => line(row))] : []),
    ...(unknown.length > 0 ? ['', 'Tags that name no row, or more than one:'] : []),
    ...unknown.map(({ tag, test }) => `${tag}\n${testLine(test)}`),
    '',
    `${proved.length} of ${rows.length} rows have a test`,
  ].join('\n');
}
