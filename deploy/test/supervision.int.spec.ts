import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PORT_TABLE, type Ports } from '../local/bootstrap/port-table.mjs';
import { isRunning } from '../local/bootstrap/process-identity.mjs';
import { reservePorts, type ReservedPort } from '../local/ports.js';
import { Stack } from '../local/stack.js';
import type { ProgramEvent } from '../local/supervised-program.js';

const FAKE = fileURLToPath(new URL('fake-service.mjs', import.meta.url));

let stateDir: string;
let reserved: Record<string, ReservedPort>;
let stack: Stack;
let events: ProgramEvent[];

beforeEach(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'hsl-supervision-'));
  reserved = await reservePorts(PORT_TABLE.map(({ name }) => name));
  events = [];
});

afterEach(async () => {
  await stack.stop();
  for (const port of Object.values(reserved)) port.release();
  rmSync(stateDir, { recursive: true, force: true });
});

function makeStack(env: NodeJS.ProcessEnv = {}): Stack {
  const ports = Object.fromEntries(Object.entries(reserved).map(([name, { port }]) => [name, port])) as Ports;
  stack = new Stack({ stateDir, ports, servers: [], env, onEvent: (event) => events.push(event) });
  return stack;
}

const health = async (): Promise<number> => (await fetch(stack.addresses.services.topics)).status;

describe('a supervised service', () => {
  it('is started again after kill -9, as another process on the same address', async () => {
    await makeStack().startService('topics', FAKE);
    const before = stack.processes['topics']!;
    await stack.program('topics').kill();
    await stack.program('topics').waitUntilReady();
    expect(await health()).toBe(200);
    expect(stack.processes['topics']!.pid).not.toBe(before.pid);
    expect(events.map(({ kind }) => kind)).toEqual(['started', 'ended', 'started']);
  });

  it('is started again ever more slowly when it dies again and again', async () => {
    await makeStack().startService('topics', FAKE);
    for (let deaths = 0; deaths < 3; deaths += 1) {
      await stack.program('topics').kill();
      await stack.program('topics').waitUntilReady();
    }
    const waits = events.flatMap((event) => (event.kind === 'ended' ? [event.restartInMs] : []));
    expect(waits).toEqual([250, 500, 1_000]);
  });

  it('writes its output to a log of its own', async () => {
    await makeStack().startService('topics', FAKE);
    expect(readFileSync(join(stateDir, 'logs', 'topics.log'), 'utf8')).toContain('fake service, mode healthy');
  });

  it('that ends at once fails the start with the end of its log', async () => {
    const start = makeStack({ FAKE_MODE: 'broken' }).startService('topics', FAKE);
    await expect(start).rejects.toThrow(/topics ended at once \(code 3\).*cannot find what I need/s);
    expect(stack.processes).toEqual({});
  });

  it('is stopped with the stack and not started again', async () => {
    await makeStack().startService('topics', FAKE);
    const identity = stack.processes['topics']!;
    await stack.stop();
    expect(isRunning(identity)).toBe(false);
    expect(events.map(({ kind }) => kind)).toEqual(['started']);
  });

  it('that does not hear SIGTERM is killed when its time is over', async () => {
    await makeStack({ FAKE_MODE: 'deaf' }).startService('topics', FAKE);
    const identity = stack.processes['topics']!;
    await stack.program('topics').stop(200);
    expect(isRunning(identity)).toBe(false);
  });

  it('that was never built is named, with the command that builds it', async () => {
    const start = makeStack().startService('topics', join(stateDir, 'main.js'));
    await expect(start).rejects.toThrow(/topics is not built.*npm run build/);
  });
});
