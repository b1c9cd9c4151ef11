import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from './error-facts.mjs';
import { identify, isRunning } from './process-identity.mjs';

/** @typedef {import('./process-identity.mjs').ProcessIdentity} ProcessIdentity */
/** @typedef {{ release(): void }} FileLock */
/** @typedef {{ lock: FileLock } | { heldBy: ProcessIdentity }} LockResult */

let attempts = 0;

/**
 * Takes the lock unless a living process holds it; a lock whose holder is gone is taken over.
 * @param {string} path
 * @returns {LockResult}
 */
export function tryLock(path) {
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    if (create(path)) return { lock: { release: () => rmSync(path, { force: true }) } };
    const heldBy = findHolder(path);
    if (heldBy && isRunning(heldBy)) return { heldBy };
    removeStale(path, heldBy);
  }
}

/**
 * @param {string} path
 * @param {{ timeoutMs: number, onWait?: (heldBy: ProcessIdentity) => void }} options onWait is told once
 * @returns {Promise<FileLock>}
 * @throws {Error} if the holder keeps it for longer than timeoutMs
 */
export async function waitForLock(path, { timeoutMs, onWait }) {
  const giveUpAt = Date.now() + timeoutMs;
  for (let first = true; ; first = false) {
    const result = tryLock(path);
    if ('lock' in result) return result.lock;
    if (first) onWait?.(result.heldBy);
    if (Date.now() > giveUpAt) throw new Error(`process ${result.heldBy.pid} has held ${path} for too long`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * @param {string} path
 * @returns {ProcessIdentity | undefined}
 */
export function findHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * A hard link appears with its content in one step: nobody ever reads a half-written lock.
 * @param {string} path
 * @returns {boolean}
 */
function create(path) {
  const draft = draftName(path);
  writeFileSync(draft, JSON.stringify(identify()));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Moves the stale lock aside; if somebody was faster and it is already theirs, it is put back.
 * @param {string} path
 * @param {ProcessIdentity | undefined} stale
 */
function removeStale(path, stale) {
  const aside = draftName(path);
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  try {
    const found = findHolder(aside);
    if (found && (found.pid !== stale?.pid || found.began !== stale.began)) linkSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * @param {string} path
 * @returns {string}
 */
function draftName(path) {
  attempts += 1;
  return `${path}.${process.pid}.${attempts}`;
}
