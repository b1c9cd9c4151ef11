import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { CHECKOUT } from './bootstrap/paths.mjs';
import { kafkaJars } from './kafka-jars.js';
import { runProgram } from './run-program.js';
import type { ProcessPlan } from './running-process.js';
import type { Program } from './supervised-program.js';

const CONFIG_DIR = join(CHECKOUT, 'deploy', 'kafka');
const PROBE_TIMEOUT_MS = 1_000;

/** A small heap and the simple compiler and collector: 190 MB instead of 350 MB, and listening in 1.5 s. */
const JAVA_OPTIONS = ['-Xmx256m', '-Xss512k', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData'];
const LOGGING = `-Dlog4j2.configurationFile=${join(CONFIG_DIR, 'log4j2.properties')}`;

/** One Kafka broker (KRaft) on a folder of one state folder. */
export class KafkaServer implements Program {
  readonly name = 'kafka';
  readonly readyTimeoutMs = 90_000;

  constructor(
    private readonly stateDir: string,
    private readonly ports: { broker: number; controller: number },
    readonly logFile: string,
  ) {}

  async plan(): Promise<ProcessPlan> {
    const dir = join(this.stateDir, 'kafka');
    mkdirSync(dir, { recursive: true });
    const properties = join(dir, 'server.properties');
    writeFileSync(properties, this.properties(join(dir, 'log')));
    const classPath = join(await kafkaJars(), '*');
    if (!existsSync(join(dir, 'log', 'meta.properties'))) await format(classPath, properties);
    return {
      command: 'java',
      args: [...JAVA_OPTIONS, LOGGING, '-cp', classPath, 'kafka.Kafka', properties],
      cwd: dir,
      env: { PATH: process.env['PATH'], JAVA_HOME: process.env['JAVA_HOME'] },
      logFile: this.logFile,
    };
  }

  /** It listens only when it has joined its own cluster and can serve. */
  async probe(): Promise<string | undefined> {
    return new Promise((resolve) => {
      const socket = connect({ port: this.ports.broker, host: '127.0.0.1', timeout: PROBE_TIMEOUT_MS });
      const answer = (reason?: string): void => {
        socket.destroy();
        resolve(reason);
      };
      socket.once('connect', () => answer());
      socket.once('timeout', () => answer('no connection'));
      socket.once('error', (error) => answer(error.message));
    });
  }

  private properties(logDir: string): string {
    const { broker, controller } = this.ports;
    return [
      readFileSync(join(CONFIG_DIR, 'broker.properties'), 'utf8').trimEnd(),
      `listeners=PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
      `advertised.listeners=PLAINTEXT://127.0.0.1:${broker}`,
      `controller.quorum.voters=1@127.0.0.1:${controller}`,
      `log.dirs=${logDir}`,
      '',
    ].join('\n');
  }
}

/** Once in the life of a data folder. */
async function format(classPath: string, properties: string): Promise<void> {
  const tool = ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', newClusterId(), '-c', properties];
  await runProgram('java', [...JAVA_OPTIONS, LOGGING, ...tool, '--ignore-formatted'], { timeoutMs: 60_000 });
}

/** 22 characters of base64url; with its first bit 0 it never begins with a dash, which the tool takes for an option. */
function newClusterId(): string {
  const bytes = randomBytes(16);
  bytes[0]! &= 0x7f;
  return bytes.toString('base64url');
}
