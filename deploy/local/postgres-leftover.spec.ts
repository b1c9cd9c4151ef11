import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { releaseDataDir } from './postgres-leftover.js';

let dataDir: string;
let pidFile: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hsl-data-'));
  pidFile = join(dataDir, 'postmaster.pid');
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('a data folder whose server is gone', () => {
  it('is startable without a note of the server', async () => {
    await expect(releaseDataDir(dataDir)).resolves.toBeUndefined();
  });

  it('is startable although its process id belongs to another program by now, which is left alone', async () => {
    const other = spawn('/bin/sleep', ['30']);
    await once(other, 'spawn');
    writeFileSync(pidFile, `${other.pid}\n${dataDir}\n1763891000\n5544\n\n127.0.0.1\n  5432  18\n`);
    await releaseDataDir(dataDir);
    expect(readFileSync(pidFile, 'utf8')).toBe(`${2 ** 30}\n${dataDir}\n1763891000\n5544\n\n127.0.0.1\n  5432  18\n`);
    expect(other.exitCode ?? other.signalCode).toBeNull();
    other.kill('SIGKILL');
  });

  it('is startable although the dead server was never collected by its parent', async () => {
    // The shell starts a child and becomes a program that never asks how it ended.
    const parent = spawn('/bin/sh', ['-c', 'true & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [zombie] = (await once(parent.stdout, 'data')) as [Buffer];
    writeFileSync(pidFile, `${zombie.toString().trim()}\n${dataDir}\n`);
    await releaseDataDir(dataDir);
    expect(readFileSync(pidFile, 'utf8')).toBe(`${2 ** 30}\n${dataDir}\n`);
    parent.kill('SIGKILL');
  });

  it('is taken from a server that was left running on it', async () => {
    const server = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 30_000)', dataDir]);
    await once(server, 'spawn');
    writeFileSync(pidFile, `${server.pid}\n${dataDir}\n`);
    const exited = once(server, 'exit');
    await releaseDataDir(dataDir);
    expect(await exited).toEqual([null, 'SIGQUIT']);
  });
});
