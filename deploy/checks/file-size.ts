import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './root.js';
import { fail, pass, type Tally } from './tally.js';

const MAX_LINES = 300;
const MAX_SPEC_LINES = 500;
const SOURCE = /\.(ts|tsx|mjs|cjs)$/;
const SPEC = /(\.spec\.tsx?$|\/test\/)/;
const SKIPPED = new Set(['node_modules', 'dist', 'generated', '.local', '.git', 'coverage']);

export interface SizedFile {
  path: string;
  lines: number;
}

/** Every source file below a folder with its number of lines; made and downloaded files are left out. */
export function sizedFiles(folder: string = ROOT): SizedFile[] {
  const visit = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : visit(join(at, entry.name));
      return SOURCE.test(entry.name) ? [join(at, entry.name)] : [];
    });
  return visit(folder).map((path) => ({ path: relative(folder, path), lines: lineCount(readFileSync(path, 'utf8')) }));
}

const lineCount = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/** A file that wants more lines is two ideas: 300 for sources, 500 for specs. Tells the median too. */
export function judgeSizes(files: readonly SizedFile[]): Tally {
  if (files.length === 0) return fail('no source file was found');
  const tooLong = files.filter(({ path, lines }) => lines > (SPEC.test(path) ? MAX_SPEC_LINES : MAX_LINES));
  const sizes = files.map((file) => file.lines).sort((a, b) => a - b);
  const note = `${files.length} files, median ${sizes[Math.floor(sizes.length / 2)]} lines, longest ${sizes.at(-1)}`;
  if (tooLong.length === 0) return pass(note);
  return fail(tooLong.map(({ path, lines }) => `${path} has ${lines} lines`).join('\n'), note);
}
