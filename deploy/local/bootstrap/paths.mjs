import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Found by name, because this file runs from deploy/local as well as, compiled, from deploy/dist/local. */
export const CHECKOUT = findCheckout(dirname(fileURLToPath(import.meta.url)));

/** Everything a checkout makes while it runs: databases, logs, control file. Never committed. */
export const STATE_DIR = join(CHECKOUT, '.local');

/**
 * Downloads that every clone of this user shares.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string}
 */
export function cacheDir(env = process.env) {
  return env['HSL_CACHE_DIR'] || join(homedir(), '.cache', 'haoshangliang');
}

/**
 * @param {string} start
 * @returns {string}
 */
function findCheckout(start) {
  for (let dir = start; dir !== dirname(dir); dir = dirname(dir)) {
    const file = join(dir, 'package.json');
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'haoshangliang') return dir;
  }
  throw new Error(`${start} is not inside a checkout of haoshangliang`);
}
