import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { composeAddresses, type Addresses, type ServerName } from './addresses.js';
import type { Ports } from './bootstrap/port-table.mjs';
import type { ProcessIdentity } from './bootstrap/process-identity.mjs';
import { ensureDatabases, ensureIndexableArrays, ensureServiceRole } from './databases.js';
import { KafkaServer } from './kafka.js';
import { ensurePlatformTopics } from './kafka-topics.js';
import { PostgresServer } from './postgres.js';
import { ProcessGuard } from './process-guard.js';
import { seedService } from './seeds.js';
import { waitUntilWhole } from './service-health.js';
import { serviceEnvironment } from './service-environment.js';
import { serviceEntry, ServiceProcess } from './service.js';
import type { ServiceName } from './service-table.js';
import { SupervisedProgram, type Program, type ProgramEvent } from './supervised-program.js';
import { ensureNamespace } from './temporal-namespace.js';
import { TemporalServer } from './temporal.js';

export interface StackOptions {
  /** Databases, logs and the accounts' file are kept here. */
  stateDir: string;
  ports: Ports;
  /** Servers to start; the others are reached at the addresses of `env`. */
  servers: readonly ServerName[];
  env: NodeJS.ProcessEnv;
  onEvent?: (event: ProgramEvent) => void;
}

/** Until here everything must have ended by itself; then it is killed. */
const STOP_WITHIN_MS = 15_000;
const WHOLE_WITHIN_MS = 60_000;
const BOUND_LOGS_EVERY_MS = 30_000;

/** The servers and services of one platform, started and stopped together. */
export class Stack {
  readonly addresses: Addresses;
  private readonly guard = new ProcessGuard();
  private readonly programs = new Map<string, SupervisedProgram>();
  private readonly logTimer: NodeJS.Timeout;

  constructor(private readonly options: StackOptions) {
    this.addresses = composeAddresses(options.ports, options.env);
    this.logTimer = setInterval(() => this.boundLogs(), BOUND_LOGS_EVERY_MS);
    this.logTimer.unref();
  }

  get accountsFile(): string {
    return join(this.options.stateDir, 'accounts.json');
  }

  get serverNames(): readonly ServerName[] {
    return this.options.servers;
  }

  /** Who runs at the moment, by name. */
  get processes(): Record<string, ProcessIdentity> {
    const running = [...this.programs.values()].filter((program) => program.identity !== undefined);
    return Object.fromEntries(running.map((program) => [program.name, program.identity!]));
  }

  async startServer(name: ServerName): Promise<void> {
    await this.supervise(this.server(name)).start();
  }

  /** Makes what is missing on a server, our own or not: databases, namespace, topics. */
  async provision(name: ServerName): Promise<void> {
    const { databaseUrl, temporalAddress, temporalNamespace, kafkaBrokers } = this.addresses;
    if (name === 'temporal') await ensureNamespace(temporalAddress, temporalNamespace);
    if (name === 'kafka') await ensurePlatformTopics(kafkaBrokers);
    if (name !== 'postgres') return;
    if (this.options.servers.includes('postgres')) {
      await ensureServiceRole(this.postgres().superuserUrl());
      await ensureIndexableArrays(this.postgres().superuserUrl());
    }
    await ensureDatabases(databaseUrl);
  }

  /** @returns whether the service has a seed that ran */
  async seed(service: ServiceName): Promise<boolean> {
    return seedService(service, this.addresses.databaseUrl, this.environmentOf(service));
  }

  /** @param entry another program than the service's own, in tests of the supervisor */
  async startService(name: ServiceName, entry = serviceEntry(name)): Promise<void> {
    if (!existsSync(entry)) throw new Error(`${name} is not built: ${entry} is missing (npm run build)`);
    const url = this.addresses.services[name];
    const service = new ServiceProcess(name, url, this.environmentOf(name), this.logFile(name), entry);
    await this.supervise(service).start();
  }

  /** Waits until a service has found all servers of the platform. */
  async waitUntilWhole(name: ServiceName): Promise<void> {
    await waitUntilWhole(name, this.addresses.services[name], WHOLE_WITHIN_MS);
  }

  /** @throws Error if nothing of that name was ever started here */
  program(name: string): SupervisedProgram {
    const program = this.programs.get(name);
    if (!program)
      throw new Error(`${name} does not belong to this stack (it has: ${[...this.programs.keys()].join(', ')})`);
    return program;
  }

  /** Stops what was started, in reverse: the gateway first, so that nobody new comes in, the database last. */
  async stop(): Promise<void> {
    clearInterval(this.logTimer);
    const deadline = Date.now() + STOP_WITHIN_MS;
    const remaining = new Set(this.programs.values());
    const stopAll = async (wanted: (name: string) => boolean): Promise<void> => {
      const group = [...remaining].filter((program) => wanted(program.name));
      await Promise.all(group.map(async (program) => program.stop(deadline - Date.now())));
      for (const program of group) remaining.delete(program);
    };
    await stopAll((name) => name === 'gateway');
    await stopAll((name) => !['temporal', 'kafka', 'postgres'].includes(name));
    await stopAll((name) => name !== 'postgres');
    await stopAll(() => true);
    this.guard.close();
  }

  private supervise(program: Program): SupervisedProgram {
    const supervised = new SupervisedProgram(program, this.guard, this.options.onEvent ?? (() => undefined));
    this.programs.set(program.name, supervised);
    return supervised;
  }

  private server(name: ServerName): Program {
    const { stateDir, ports } = this.options;
    if (name === 'postgres') return this.postgres();
    if (name === 'temporal') return new TemporalServer(stateDir, ports.temporal, this.logFile(name));
    return new KafkaServer(stateDir, { broker: ports.kafka, controller: ports.kafkaController }, this.logFile(name));
  }

  private postgres(): PostgresServer {
    return new PostgresServer(this.options.stateDir, this.options.ports.postgres, this.logFile('postgres'));
  }

  private environmentOf(service: ServiceName): NodeJS.ProcessEnv {
    return serviceEnvironment(service, this.addresses, this.accountsFile, this.options.env);
  }

  private logFile(name: string): string {
    return join(this.options.stateDir, 'logs', `${name}.log`);
  }

  private boundLogs(): void {
    for (const program of this.programs.values()) program.boundLog();
  }
}
