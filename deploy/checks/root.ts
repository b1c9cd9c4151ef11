import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the nearest one above this file that has the test configuration; same from sources and dist. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'jest.config.mjs'))) {
    if (dirname(folder) === folder) throw new Error('this file was moved out of the project');
    folder = dirname(folder);
  }
  return folder;
}

export const ROOT = findRoot();

/** Path of an installed command. */
export const binary = (name: string): string => join(ROOT, 'node_modules', '.bin', name);
