import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryLock } from './bootstrap/file-lock.mjs';

const PREFIX = 'haoshangliang-stack-';
const LOCK = 'owner.lock';
/** Younger folders may belong to somebody who is just about to take the lock. */
const SWEEP_AFTER_MS = 60_000;

/** A folder for the state of one test stack. Folders of test runs that died are removed on this occasion. */
export function makeTestDirectory(): string {
  sweep();
  const dir = mkdtempSync(join(tmpdir(), PREFIX));
  tryLock(join(dir, LOCK));
  // The account that runs PostgreSQL for root must get in.
  chmodSync(dir, 0o755);
  return dir;
}

function sweep(): void {
  const oldest = Date.now() - SWEEP_AFTER_MS;
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dir = join(tmpdir(), name);
    const stats = statSync(dir, { throwIfNoEntry: false });
    if (!stats || stats.mtimeMs > oldest || stats.uid !== process.getuid?.()) continue;
    if ('lock' in tryLock(join(dir, LOCK))) rmSync(dir, { recursive: true, force: true });
  }
}
