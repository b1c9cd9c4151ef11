import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { inSection, matchTests, parseChecklist, printChecklist, type TestTitle } from './checklist.js';
import { ROOT } from './root.js';
import { testTitles } from './test-titles.js';

const USAGE = `npm run checklist -- [--section 4.5]
Lists every row of docs/checklist.csv with the tests that name it in their titles, then the rows without a test.
With --section only that section, and exit code 1 when one of its rows has no test.`;

const FOLDERS = ['libs', 'services', 'workflows', 'deploy'];
const SKIPPED = new Set(['node_modules', 'dist', 'generated', '.local']);

function specFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : specFiles(path);
    return /\.spec\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function allTitles(): TestTitle[] {
  const files = FOLDERS.flatMap((folder) => specFiles(join(ROOT, folder)));
  return files.flatMap((path) =>
    testTitles(readFileSync(path, 'utf8')).map((title) => ({ file: relative(ROOT, path), title })),
  );
}

function main(section: string | undefined): number {
  const rows = parseChecklist(readFileSync(join(ROOT, 'docs', 'checklist.csv'), 'utf8'));
  const wanted = section === undefined ? rows : rows.filter(inSection(section));
  if (wanted.length === 0) {
    console.error(`no such section: ${section}; there are ${[...new Set(rows.map((row) => row.section))].join(', ')}`);
    return 2;
  }
  const checklist = matchTests(rows, allTitles());
  const shown = {
    rows: checklist.rows.filter(({ row }) => wanted.includes(row)),
    unknown: checklist.unknown.filter(({ tag }) => section === undefined || tag.startsWith(section)),
  };
  console.log(printChecklist(shown));
  return section !== undefined && shown.rows.some(({ tests }) => tests.length === 0) ? 1 : 0;
}

try {
  const { values } = parseArgs({ options: { section: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) console.log(USAGE);
  else process.exitCode = main(values.section);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
