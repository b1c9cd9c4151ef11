import { rmSync } from 'node:fs';
import { REPLACED_BY, SERVERS, type Addresses, type ServerName } from './addresses.js';
import { PORT_TABLE, type Ports } from './bootstrap/port-table.mjs';
import type { ProcessIdentity } from './bootstrap/process-identity.mjs';
import { migrateServices } from './migrations.js';
import { reservePorts } from './ports.js';
import type { ServiceName } from './service-table.js';
import { StackTemplate } from './stack-template.js';
import { Stack } from './stack.js';
import type { ProgramEvent } from './supervised-program.js';
import { makeTestDirectory } from './test-directory.js';

export type ProgramName = ServerName | ServiceName;

export interface TestStackOptions {
  /** Default: all three. */
  servers?: readonly ServerName[];
  /** Migrated, seeded and started, in this order; they must be built. Default: none. */
  services?: readonly ServiceName[];
  /** Services whose databases are migrated, for a spec that has the service in its own process. Default: none. */
  databases?: readonly ServiceName[];
  /** Kept when the stack stops. Default: a new temporary folder, removed when the stack stops. */
  dir?: string;
  /** Over the environment of this process, for the services. */
  env?: NodeJS.ProcessEnv;
  /** Default true. */
  seed?: boolean;
  onEvent?: (event: ProgramEvent) => void;
}

const STOP_TIMEOUT_MS = 15_000;

/** A platform of one test run, on ports and in a folder of its own. */
export class TestStack {
  constructor(
    private readonly stack: Stack,
    readonly dir: string,
    private readonly cleanUp: () => void,
  ) {}

  get addresses(): Addresses {
    return this.stack.addresses;
  }

  /** Where the gateway's seed wrote the accounts to sign in with. */
  get accountsFile(): string {
    return this.stack.accountsFile;
  }

  /** Who runs at the moment, by name. */
  get processes(): Record<string, ProcessIdentity> {
    return this.stack.processes;
  }

  /** SIGKILL, as a fault would. The supervisor starts it again, as on a real platform: see waitUntilReady. */
  async kill(name: ProgramName): Promise<void> {
    await this.stack.program(name).kill();
  }

  /** Resolves when a server or service answers again after a kill. */
  async waitUntilReady(name: ProgramName): Promise<void> {
    await this.stack.program(name).waitUntilReady();
  }

  /** An outage: it stays away until startServer, which brings it back with its state on the same port. */
  async stopServer(name: ProgramName): Promise<void> {
    await this.stack.program(name).stop(STOP_TIMEOUT_MS);
  }

  async startServer(name: ProgramName): Promise<void> {
    await this.stack.program(name).start();
  }

  /** Stops everything and removes the temporary folder. */
  async stop(): Promise<void> {
    try {
      await this.stack.stop();
    } finally {
      this.cleanUp();
    }
  }
}

/**
 * Starts servers, and services if wanted, for a test or a benchmark. Never touches a running platform. Should the test
 * run die, its processes end with it.
 * @throws Error with the end of the log of whatever did not start; then everything is stopped again
 */
export async function startTestStack(options: TestStackOptions = {}): Promise<TestStack> {
  const { servers = ['postgres', 'temporal', 'kafka'], services = [] } = options;
  const template = servers.includes('postgres') && options.dir === undefined ? templateFor(options) : undefined;
  const reserved = await reservePorts(PORT_TABLE.map(({ name }) => name));
  const ports = Object.fromEntries(Object.entries(reserved).map(([name, { port }]) => [name, port])) as Ports;
  const dir = options.dir ?? makeTestDirectory();
  const stack = new Stack({
    stateDir: dir,
    ports,
    servers,
    env: environment(servers, options.env),
    ...(options.onEvent ? { onEvent: options.onEvent } : {}),
  });
  const testStack = new TestStack(stack, dir, () => {
    for (const port of Object.values(reserved)) port.release();
    if (options.dir === undefined) rmSync(dir, { recursive: true, force: true });
  });
  try {
    if (template?.isThere) await template.copyTo(dir);
    await Promise.all(servers.map(async (server) => startServer(stack, server)));
    await prepareDatabases(stack, options);
    if (template && !template.isThere) await keepPrepared(template, testStack);
    await startServices(stack, services);
    return testStack;
  } catch (error) {
    await testStack.stop();
    throw error;
  }
}

async function startServer(stack: Stack, server: ServerName): Promise<void> {
  await stack.startServer(server);
  await stack.provision(server);
}

/** Stacks that want the same databases and seeds share them; one that wants none begins with an empty server. */
function templateFor({ services = [], databases = [], seed = true }: TestStackOptions): StackTemplate | undefined {
  const isEmpty = services.length + databases.length === 0;
  return isEmpty ? undefined : StackTemplate.of(JSON.stringify({ services, databases, seed }));
}

/** From a template there is nothing left to do. */
async function prepareDatabases(
  stack: Stack,
  { services = [], databases = [], seed = true }: TestStackOptions,
): Promise<void> {
  const migrated = [...services, ...databases];
  if (migrated.length > 0) await migrateServices(stack.addresses.databaseUrl, migrated);
  if (seed) for (const service of services) await stack.seed(service);
}

/** The files of a server agree with each other only while it is stopped. */
async function keepPrepared(template: StackTemplate, stack: TestStack): Promise<void> {
  await stack.stopServer('postgres');
  await template.keep(stack.dir);
  await stack.startServer('postgres');
}

async function startServices(stack: Stack, services: readonly ServiceName[]): Promise<void> {
  if (services.length === 0) return;
  await Promise.all(services.map(async (service) => stack.startService(service)));
  if (stack.serverNames.length < SERVERS.length) return;
  await Promise.all(services.map(async (service) => stack.waitUntilWhole(service)));
}

/** A server of the test's own is not replaced by one that this machine's user prefers for his platform. */
function environment(servers: readonly ServerName[], extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const replaced = servers.map((server) => REPLACED_BY[server]);
  const env = Object.entries(process.env).filter(([name]) => !replaced.includes(name) && !name.startsWith('HSL_'));
  return { ...Object.fromEntries(env), LOG_LEVEL: 'warn', ...extra };
}
