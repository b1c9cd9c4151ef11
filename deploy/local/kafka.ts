import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { CHECKOUT } from './bootstrap/paths.mjs';
import { kafkaClasses, kafkaJars } from './kafka-jars.js';
import { runProgram } from './run-program.js';
import type { ProcessPlan } from './running-process.js';
import type { Program } from './supervised-program.js';

const CONFIG_DIR = join(CHECKOUT, 'deploy', 'kafka');
const PROBE_TIMEOUT_MS = 1_000;

/** A small heap and the simple compiler and collector: 190 MB instead of 350 MB, and listening in 1.5 s. */
const JAVA_OPTIONS = [
  '-Xmx256m',
  '-Xss512k',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:-UsePerfData',
  '-Xlog:cds=off',
];
const LOGGING = `-Dlog4j2.configurationFile=${join(CONFIG_DIR, 'log4j2.properties')}`;

interface KafkaPorts {
  broker: number;
  controller: number;
}
const UNUSED_PORTS: KafkaPorts = { broker: 1, controller: 2 };

/** One Kafka broker (KRaft) on a folder of one state folder. */
export class KafkaServer implements Program {
  readonly name = 'kafka';
  readonly readyTimeoutMs = 90_000;

  constructor(
    private readonly stateDir: string,
    private readonly ports: KafkaPorts,
    readonly logFile: string,
  ) {}

  async plan(): Promise<ProcessPlan> {
    const dir = join(this.stateDir, 'kafka');
    const properties = writeProperties(dir, this.ports);
    const java = await javaOptions();
    if (!existsSync(join(dir, 'log', 'meta.properties'))) await format(java, properties);
    return {
      command: 'java',
      args: [...java, 'kafka.Kafka', properties],
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
}

/** @returns the file, in a folder made for it, which also takes the broker's data */
function writeProperties(dir: string, { broker, controller }: KafkaPorts): string {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'server.properties');
  const lines = [
    readFileSync(join(CONFIG_DIR, 'broker.properties'), 'utf8').trimEnd(),
    `listeners=PLAINTEXT://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${broker}`,
    `controller.quorum.voters=1@127.0.0.1:${controller}`,
    `log.dirs=${join(dir, 'log')}`,
    '',
  ];
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** Up to the class that is to run. */
async function javaOptions(): Promise<string[]> {
  const options = [...JAVA_OPTIONS, LOGGING, '-cp', join(await kafkaJars(), '*')];
  // To prepare a data folder loads most of what a broker does, and needs no port.
  const classes = await kafkaClasses(async (more, dir) => {
    await format([...more, ...options], writeProperties(dir, UNUSED_PORTS));
  });
  return [`-XX:SharedArchiveFile=${classes}`, ...options];
}

/** Once in the life of a data folder. */
async function format(java: readonly string[], properties: string): Promise<void> {
  const tool = ['kafka.tools.StorageTool', 'format', '-t', newClusterId(), '-c', properties, '--ignore-formatted'];
  await runProgram('java', [...java, ...tool], { timeoutMs: 60_000 });
}

/** 22 characters of base64url; with its first bit 0 it never begins with a dash, which the tool takes for an option. */
function newClusterId(): string {
  const bytes = randomBytes(16);
  bytes[0]! &= 0x7f;
  return bytes.toString('base64url');
}
