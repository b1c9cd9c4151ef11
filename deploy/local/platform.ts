import { relative } from 'node:path';
import { embeddedServers, type Addresses } from './addresses.js';
import { tryLock, type FileLock } from './bootstrap/file-lock.mjs';
import { CHECKOUT } from './bootstrap/paths.mjs';
import { resolvePorts, type Ports } from './bootstrap/port-table.mjs';
import { identify, type ProcessIdentity } from './bootstrap/process-identity.mjs';
import { endLeftovers } from './leftovers.js';
import { platformLockPath, removePlatformFile, writePlatformFile, type PlatformFile } from './platform-file.js';
import { assertPortsFree } from './ports.js';
import { SERVICE_NAMES } from './service-table.js';
import { Stack } from './stack.js';
import { describeExit, type ProgramEvent } from './supervised-program.js';

/** A process that was just killed may hold its port a moment longer. */
const PORTS_FREE_WITHIN_MS = 5_000;

/** The platform of this checkout while it runs: its lock, its processes, and what it says about itself. */
export class Platform {
  readonly stack: Stack;
  private state: PlatformFile['state'] = 'starting';
  private readonly startedAt = new Date().toISOString();
  private stopped: Promise<void> | undefined;

  private constructor(
    private readonly stateDir: string,
    private readonly lock: FileLock,
    private readonly ports: Ports,
    env: NodeJS.ProcessEnv,
  ) {
    const onEvent = (event: ProgramEvent): void => this.onEvent(event);
    this.stack = new Stack({ stateDir, ports, servers: embeddedServers(env), env, onEvent });
  }

  /**
   * Takes possession of a state folder: only one platform at a time, and nothing of a dead one survives.
   * @returns who holds it, if somebody else does
   * @throws Error naming a taken port
   */
  static async open(stateDir: string, env: NodeJS.ProcessEnv): Promise<Platform | { heldBy: ProcessIdentity }> {
    const ports = resolvePorts(env);
    const result = tryLock(platformLockPath(stateDir));
    if (!('lock' in result)) return result;
    try {
      const ended = await endLeftovers(stateDir);
      if (ended.length > 0) console.log(`left over from a platform that was killed, now ended: ${ended.join(', ')}`);
      await assertPortsFree(portsToUse(ports, env), ended.length > 0 ? PORTS_FREE_WITHIN_MS : 0);
      const platform = new Platform(stateDir, result.lock, ports, env);
      platform.note();
      return platform;
    } catch (error) {
      result.lock.release();
      throw error;
    }
  }

  get addresses(): Addresses {
    return this.stack.addresses;
  }

  markReady(): void {
    this.state = 'ready';
    this.note();
  }

  /** Stops everything it started, once, however often it is asked. */
  async stop(): Promise<void> {
    this.stopped ??= this.stopOnce();
    await this.stopped;
  }

  private async stopOnce(): Promise<void> {
    this.state = 'stopping';
    this.note();
    await this.stack.stop();
    removePlatformFile(this.stateDir);
    this.lock.release();
  }

  private onEvent(event: ProgramEvent): void {
    this.note();
    if (event.kind === 'ended') {
      const log = relative(CHECKOUT, `${this.stateDir}/logs/${event.name}.log`);
      const when = (event.restartInMs / 1_000).toString();
      console.log(`! ${event.name} ended (${describeExit(event.exit)}), starting it again in ${when} s (${log})`);
    }
    if (event.kind === 'started' && event.again) console.log(`✔ ${event.name} started again`);
    if (event.kind === 'restartFailed') console.log(`! ${event.name} cannot be started: ${event.reason}`);
  }

  private note(): void {
    writePlatformFile(this.stateDir, {
      state: this.state,
      supervisor: identify(),
      startedAt: this.startedAt,
      gatewayUrl: this.addresses.services.gateway,
      addresses: this.addresses,
      ports: this.ports,
      accountsFile: this.stack.accountsFile,
      processes: this.stack.processes,
    });
  }
}

/** Those of replaced servers do not matter. */
function portsToUse(ports: Ports, env: NodeJS.ProcessEnv): Partial<Ports> {
  const servers = embeddedServers(env);
  const names = [...SERVICE_NAMES, ...servers, ...(servers.includes('kafka') ? (['kafkaController'] as const) : [])];
  return Object.fromEntries(names.map((name) => [name, ports[name]]));
}
