import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findCommandLine, identify, signalProcess } from './bootstrap/process-identity.mjs';

const GONE_WITHIN_MS = 10_000;
/** Larger than any process id of any system. */
const NOBODY = 2 ** 30;

/**
 * Makes a data folder startable: the caller holds the platform's lock, so a server that still runs on the folder was
 * left over and is ended. PostgreSQL refuses to start as long as a process has the id noted in postmaster.pid, also if
 * that is a dead one nobody collects (a zombie, in containers for ever) or another program by now; then the id is
 * replaced by nobody's. The rest of the file stays: by it PostgreSQL waits for the sessions of the dead server to end.
 */
export async function releaseDataDir(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const text = readFileSync(pidFile, 'utf8');
  const pid = Number.parseInt(text, 10);
  if (pid > 0 && isServerOf(dataDir, pid)) await end(pid, dataDir);
  else writeFileSync(pidFile, text.replace(/^.*/, String(NOBODY)));
}

function isServerOf(dataDir: string, pid: number): boolean {
  return findCommandLine(pid)?.includes(dataDir) ?? false;
}

async function end(pid: number, dataDir: string): Promise<void> {
  signalProcess(identify(pid), 'SIGQUIT');
  const giveUpAt = Date.now() + GONE_WITHIN_MS;
  while (isServerOf(dataDir, pid)) {
    if (Date.now() > giveUpAt) throw new Error(`PostgreSQL left over as process ${pid} does not end`);
    await sleep(50);
  }
}
