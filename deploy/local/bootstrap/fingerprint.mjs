import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What a set of files and folders contains, as one short text: equal only if nothing changed. What does not exist
 * counts as empty.
 * @param {readonly string[]} paths
 * @param {(path: string) => boolean} [wanted]
 * @returns {string}
 */
export function fingerprint(paths, wanted = () => true) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesBelow).filter(wanted).toSorted()) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * Runs the work unless the fingerprint is the one remembered from the last time it succeeded.
 * @param {string} stamp file that remembers
 * @param {string} current
 * @param {() => void | Promise<void>} work
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function unlessUnchanged(stamp, current, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, current);
  return true;
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.filter(({ name }) => name !== 'node_modules').flatMap(({ name }) => filesBelow(join(path, name)));
}
