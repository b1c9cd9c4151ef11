import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tryLock } from './bootstrap/file-lock.mjs';
import { cacheDir } from './bootstrap/paths.mjs';
import { endLeftovers } from './leftovers.js';
import { platformLockPath, stateDirectory } from './platform-file.js';
import { PUBLIC_ROOT } from './postgres-home.js';

/**
 * `npm run reset`: forgets everything this checkout has stored (databases, histories, logs). With --cache also this
 * user's downloads, which other checkouts then fetch again.
 * @public called by bootstrap/command.mjs
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { cache: { type: 'boolean', default: false } } });
  const stateDir = stateDirectory();
  const result = tryLock(platformLockPath(stateDir));
  if (!('lock' in result)) {
    console.error(`The platform runs (process ${result.heldBy.pid}); stop it first: npm run stop`);
    return 1;
  }
  await endLeftovers(stateDir);
  const postgres = join(stateDir, 'postgres');
  // Under a folder closed to the server's account, this is a link to where the data really is.
  if (existsSync(postgres)) rmSync(realpathSync(postgres), { recursive: true, force: true });
  rmSync(stateDir, { recursive: true, force: true });
  console.log(`removed ${stateDir}`);
  if (values.cache) removeDownloads();
  return 0;
}

function removeDownloads(): void {
  // Copies of the database server, made for checkouts it could not read.
  const copies = existsSync(PUBLIC_ROOT) ? readdirSync(PUBLIC_ROOT).filter((name) => name.startsWith('postgres-')) : [];
  for (const path of [cacheDir(), ...copies.map((name) => join(PUBLIC_ROOT, name))]) {
    rmSync(path, { recursive: true, force: true });
    console.log(`removed ${path}`);
  }
}
