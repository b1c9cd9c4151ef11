import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryLock, type FileLock } from './bootstrap/file-lock.mjs';
import { findPortHolder, isPortFree } from './bootstrap/port-holder.mjs';
import { PORT_TABLE, type PortName, type Ports } from './bootstrap/port-table.mjs';

/**
 * Below every system's range for outgoing connections (Linux from 32768, macOS from 49152), so that a server stopped
 * by a test finds its port still free when it comes back.
 */
const TEST_PORTS = { from: 15_000, to: 31_000 };
const MAX_TRIES = 500;

/** A port nobody else uses, and nobody else who asks here gets, until it is released. */
export interface ReservedPort {
  port: number;
  release(): void;
}

/**
 * @param withinMs how long to wait for them
 * @throws Error naming every taken port, who has it, and the variable that moves ours
 */
export async function assertPortsFree(ports: Partial<Ports>, withinMs = 0): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  let taken = await describeTaken(ports);
  while (taken.length > 0 && Date.now() < giveUpAt) {
    await sleep(100);
    taken = await describeTaken(ports);
  }
  if (taken.length > 0) throw new Error(`${taken.join('\n')}\n(HSL_PORT_BASE=<number> moves all ports together)`);
}

async function describeTaken(ports: Partial<Ports>): Promise<string[]> {
  const wanted = PORT_TABLE.filter(({ name }) => ports[name] !== undefined);
  const taken = await Promise.all(
    wanted.map(async ({ name, variable }) => describeIfTaken(name, ports[name]!, variable)),
  );
  return taken.filter((line) => line !== undefined);
}

async function describeIfTaken(name: PortName, port: number, variable: string): Promise<string | undefined> {
  if (await isPortFree(port)) return undefined;
  const holder = findPortHolder(port) ?? 'another program';
  return `port ${port}, wanted for ${name}, is taken by ${holder}; choose another with ${variable}=<port>`;
}

/** @returns as many free ports as there are names, reserved among all test stacks of this machine */
export async function reservePorts<N extends string>(names: readonly N[]): Promise<Record<N, ReservedPort>> {
  const reserved = {} as Record<N, ReservedPort>;
  for (const name of names) reserved[name] = await reservePort();
  return reserved;
}

async function reservePort(): Promise<ReservedPort> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const port = TEST_PORTS.from + Math.floor(Math.random() * (TEST_PORTS.to - TEST_PORTS.from));
    const lock = reserve(port);
    if (lock && (await isPortFree(port))) return { port, release: () => lock.release() };
    lock?.release();
  }
  throw new Error(`no free port between ${TEST_PORTS.from} and ${TEST_PORTS.to}`);
}

function reserve(port: number): FileLock | undefined {
  const result = tryLock(join(tmpdir(), 'haoshangliang-ports', `${port}.lock`));
  return 'lock' in result ? result.lock : undefined;
}
