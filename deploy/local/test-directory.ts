import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryLock } from './bootstrap/file-lock.mjs';

const PREFIX = 'haoshangliang-stack-';
const LOCK = 'owner.lock';
/** Younger folders may belong to somebody who is just about to take the lock. */
const SWEEP_AFTER_MS = 60_000;

/** Names the folder in which test stacks keep their state; default: the machine's temporary one. */
export const TEST_STATE_VARIABLE = 'HSL_TEST_STATE';

const MEMORY = '/dev/shm';
const GIB = 2 ** 30;
/** Two stacks at a time, with a hundred thousand rows in one of them: 1.4 GB of shared memory were seen in use. */
const ROOM_BYTES = 4 * GIB;

const stateFolder = (): string => process.env[TEST_STATE_VARIABLE] ?? tmpdir();

/**
 * Memory, where the machine has plenty: to remove a thousand files of a database server from a disk took a test longer
 * than to start the server. Kills and restarts are the same there; what measures (`npm run bench`) stays on the disk.
 * @returns the temporary folder if there is not enough
 */
export function fastestStateFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= ROOM_BYTES && freemem() >= 2 * ROOM_BYTES ? MEMORY : tmpdir();
}

/** A folder for the state of one test stack. Folders of test runs that died are removed on this occasion. */
export function makeTestDirectory(): string {
  sweep();
  const dir = mkdtempSync(join(stateFolder(), PREFIX));
  tryLock(join(dir, LOCK));
  // The account that runs PostgreSQL for root must get in.
  chmodSync(dir, 0o755);
  return dir;
}

function sweep(): void {
  const oldest = Date.now() - SWEEP_AFTER_MS;
  const folder = stateFolder();
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(PREFIX))) {
    const dir = join(folder, name);
    const stats = statSync(dir, { throwIfNoEntry: false });
    if (!stats || stats.mtimeMs > oldest || stats.uid !== process.getuid?.()) continue;
    if ('lock' in tryLock(join(dir, LOCK))) rmSync(dir, { recursive: true, force: true });
  }
}
