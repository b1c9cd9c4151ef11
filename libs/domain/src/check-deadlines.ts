import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHINA_CALENDAR } from './calendar-china.js';
import { checkVectors, type VectorResult } from './vectors-check.js';
import { VectorsMalformed } from './vectors-format.js';

export const USAGE = `npm run check:deadlines -- [FILE…]
Computes every deadline and ladder of the files (lists cases, between, days, refusals, ladders) and prints each
mismatch. Without a file: the project's own fixtures. Exit code 1 on mismatches, 2 for a file that cannot be read.`;

const FIXTURES = ['deadlines.json', 'ladders.json'].map((name) =>
  fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url)),
);

function check(file: string): VectorResult[] {
  try {
    // npm runs scripts in the project's root; a relative name is meant from where the person stands.
    const text = readFileSync(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8');
    return checkVectors(JSON.parse(text.replace(/^\uFEFF/, '')), CHINA_CALENDAR);
  } catch (error) {
    const isFile = error instanceof SyntaxError || (error as NodeJS.ErrnoException).syscall !== undefined;
    if (!(isFile || error instanceof VectorsMalformed)) throw error;
    throw new VectorsMalformed(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Checks the files, or the fixtures when there are none: prints mismatches and `N passed, N failed`, or what is wrong
 * with a file. Returns the exit code.
 */
export function checkDeadlines(files: readonly string[], print: (line: string) => void): number {
  try {
    const results = (files.length > 0 ? files : FIXTURES).flatMap(check);
    const failed = results.filter(({ expected, got }) => expected !== got);
    for (const { id, expected, got } of failed) print(`FAIL ${id}\n  expected ${expected}\n  got      ${got}`);
    print(`${results.length - failed.length} passed, ${failed.length} failed`);
    return failed.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof VectorsMalformed)) throw error;
    print(`cannot check ${error.message}`);
    return 2;
  }
}
