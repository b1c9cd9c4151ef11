import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from './bootstrap/error-facts.mjs';
import { waitForLock } from './bootstrap/file-lock.mjs';
import { cacheDir } from './bootstrap/paths.mjs';

const LOCK_TIMEOUT_MS = 15 * 60_000;

/**
 * A folder of this user's cache, filled once for all clones. Two starts at the same moment fill it once: the second
 * waits. It appears under its name only when it is complete.
 * @param recipe what the content is made from; another recipe is another folder
 * @throws Error that says how to find out what is missing, if filling fails
 */
export async function cached(name: string, recipe: string, fill: (dir: string) => Promise<void>): Promise<string> {
  const dir = folderOf(name, recipe);
  if (existsSync(dir)) return dir;
  const lock = await waitForLock(`${dir}.lock`, { timeoutMs: LOCK_TIMEOUT_MS });
  try {
    if (!existsSync(dir)) await fillAside(dir, fill);
  } catch (error) {
    throw new Error(`fetching ${name} failed ("npm run doctor" shows what is missing): ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    lock.release();
  }
  return dir;
}

/** @returns whether it is there already, so that a start can say when it will take longer */
export function isCached(name: string, recipe: string): boolean {
  return existsSync(folderOf(name, recipe));
}

function folderOf(name: string, recipe: string): string {
  const key = createHash('sha256').update(recipe).digest('hex').slice(0, 12);
  return join(cacheDir(), `${name}-${key}`);
}

async function fillAside(dir: string, fill: (dir: string) => Promise<void>): Promise<void> {
  const draft = `${dir}.part`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  await fill(draft);
  renameSync(draft, dir);
}
