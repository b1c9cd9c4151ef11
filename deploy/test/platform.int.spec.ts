import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PORT_TABLE } from '../local/bootstrap/port-table.mjs';
import { identify, isRunning, type ProcessIdentity } from '../local/bootstrap/process-identity.mjs';
import { findPlatformFile, findRunningPlatform, writePlatformFile } from '../local/platform-file.js';
import { reservePorts, type ReservedPort } from '../local/ports.js';

const PLATFORM = fileURLToPath(new URL('fake-platform.mjs', import.meta.url));
const GONE_WITHIN_MS = 10_000;

interface Answer {
  heldBy?: number;
  processes?: Record<string, ProcessIdentity>;
}

let stateDir: string;
let reserved: Record<string, ReservedPort>;
let children: ChildProcess[];

beforeEach(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'hsl-platform-'));
  reserved = await reservePorts(PORT_TABLE.map(({ name }) => name));
  children = [];
});

afterEach(async () => {
  for (const child of children) await end(child, 'SIGTERM');
  for (const port of Object.values(reserved)) port.release();
  rmSync(stateDir, { recursive: true, force: true });
});

/** The servers are elsewhere, so that only the supervision itself is started. */
function environment(): NodeJS.ProcessEnv {
  const elsewhere = { DATABASE_URL: 'postgres://nowhere', TEMPORAL_ADDRESS: 'nowhere:1', KAFKA_BROKERS: 'nowhere:1' };
  const ports = PORT_TABLE.map(({ name, variable }) => [variable, String(reserved[name]!.port)] as const);
  return { PATH: process.env['PATH'], HSL_STATE_DIR: stateDir, ...elsewhere, ...Object.fromEntries(ports) };
}

async function open(): Promise<{ child: ChildProcess; answer: Answer }> {
  const child = spawn(process.execPath, [PLATFORM], { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith('{')) return { child, answer: JSON.parse(line) as Answer };
  }
  throw new Error('the platform said nothing; is it built?');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

async function gone(identity: ProcessIdentity): Promise<boolean> {
  const giveUpAt = Date.now() + GONE_WITHIN_MS;
  while (isRunning(identity) && Date.now() < giveUpAt) await sleep(50);
  return !isRunning(identity);
}

describe('a platform', () => {
  it('says in its control file where it is and what belongs to it', async () => {
    const { child, answer } = await open();
    expect(findRunningPlatform(stateDir)).toMatchObject({
      state: 'ready',
      supervisor: identify(child.pid),
      gatewayUrl: `http://127.0.0.1:${reserved['gateway']!.port}`,
      processes: answer.processes,
    });
  });

  it('runs once for each state folder; the second is told who holds it', async () => {
    const { child } = await open();
    expect((await open()).answer).toEqual({ heldBy: child.pid });
  });

  it('stops what it started, and nothing else, and cleans up after itself', async () => {
    const bystander = spawn('/bin/sleep', ['60']);
    const { child, answer } = await open();
    await end(child, 'SIGTERM');
    expect(isRunning(answer.processes!['topics']!)).toBe(false);
    expect(findPlatformFile(stateDir)).toBeUndefined();
    expect(existsSync(join(stateDir, 'platform.lock'))).toBe(false);
    expect(isRunning(identify(bystander.pid))).toBe(true);
    bystander.kill('SIGKILL');
  });

  it('that is killed takes its processes with it', async () => {
    const { child, answer } = await open();
    await end(child, 'SIGKILL');
    expect(await gone(answer.processes!['topics']!)).toBe(true);
  });

  it('starts again after a kill -9, whatever was left behind', async () => {
    const first = await open();
    await end(first.child, 'SIGKILL');
    const second = await open();
    expect(second.answer.processes!['topics']!.pid).not.toBe(first.answer.processes!['topics']!.pid);
    expect(isRunning(first.answer.processes!['topics']!)).toBe(false);
    expect(findRunningPlatform(stateDir)?.supervisor.pid).toBe(second.child.pid);
  });

  it('ends at its start what an earlier one noted as its own, should even its guard have been killed', async () => {
    const first = await open();
    const file = findRunningPlatform(stateDir)!;
    await end(first.child, 'SIGKILL');
    const orphan = spawn('/bin/sleep', ['60']);
    await once(orphan, 'spawn');
    writePlatformFile(stateDir, { ...file, processes: { topics: identify(orphan.pid) } });
    const exited = once(orphan, 'exit');
    await open();
    expect(await exited).toEqual([null, 'SIGKILL']);
  });
});
