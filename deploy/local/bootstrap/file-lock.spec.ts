import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tryLock, waitForLock } from './file-lock.mjs';
import { identify } from './process-identity.mjs';

let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hsl-lock-'));
  path = join(dir, 'deep', 'platform.lock');
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

const goneProcess = (): number => spawnSync('/bin/sh', ['-c', 'echo $$'], { encoding: 'utf8' }).pid;

describe('a lock file', () => {
  it('is held by one only, who is named to the others', () => {
    expect(tryLock(path)).toHaveProperty('lock');
    expect(tryLock(path)).toEqual({ heldBy: identify() });
  });

  it('is free again after its release', () => {
    const first = tryLock(path);
    if ('lock' in first) first.lock.release();
    expect(tryLock(path)).toHaveProperty('lock');
  });

  it('is taken over from a process that is gone', () => {
    tryLock(path);
    writeFileSync(path, JSON.stringify({ pid: goneProcess(), began: 'once' }));
    expect(tryLock(path)).toHaveProperty('lock');
    expect(tryLock(path)).toEqual({ heldBy: identify() });
  });

  it('is taken over when the process id belongs to another process by now', () => {
    tryLock(path);
    writeFileSync(path, JSON.stringify({ pid: process.pid, began: 'before the last boot' }));
    expect(tryLock(path)).toHaveProperty('lock');
  });

  it('leaves no drafts beside it', () => {
    tryLock(path);
    tryLock(path);
    expect(readdirSync(join(dir, 'deep'))).toEqual(['platform.lock']);
  });

  it('is waited for, and the wait is told once', async () => {
    const first = tryLock(path);
    const told: number[] = [];
    const second = waitForLock(path, { timeoutMs: 5_000, onWait: ({ pid }) => told.push(pid) });
    if ('lock' in first) first.lock.release();
    (await second).release();
    expect(told).toEqual([process.pid]);
  });

  it('is not waited for endlessly', async () => {
    tryLock(path);
    await expect(waitForLock(path, { timeoutMs: 50 })).rejects.toThrow(
      `process ${process.pid} has held ${path} for too long`,
    );
  });
});
