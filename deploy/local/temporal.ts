import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipProgram } from './pip-programs.js';
import type { ProcessPlan } from './running-process.js';
import type { Program } from './supervised-program.js';
import { TEMPORAL_NAMESPACE, temporalHealth } from './temporal-namespace.js';

/**
 * 2.4 times as fast; what they may lose are the last moments before the machine itself dies, not those before a kill.
 * Real installations run Temporal on PostgreSQL.
 */
const PRAGMAS = ['journal_mode=wal', 'synchronous=normal'];

/** One partition per queue: four, meant for many servers, only pass tasks and pollers on to one another. */
const SETTINGS = ['matching.numTaskqueueReadPartitions=1', 'matching.numTaskqueueWritePartitions=1'];

/** Temporal's development server on a database file of one state folder. */
export class TemporalServer implements Program {
  readonly name = 'temporal';
  readonly readyTimeoutMs = 60_000;

  constructor(
    private readonly stateDir: string,
    private readonly port: number,
    readonly logFile: string,
  ) {}

  async plan(): Promise<ProcessPlan> {
    const dir = join(this.stateDir, 'temporal');
    mkdirSync(dir, { recursive: true });
    const listen = ['--headless', '--ip', '127.0.0.1', '--port', String(this.port)];
    const store = ['--db-filename', join(dir, 'temporal.db'), ...PRAGMAS.flatMap((it) => ['--sqlite-pragma', it])];
    const settings = SETTINGS.flatMap((setting) => ['--dynamic-config-value', setting]);
    return {
      command: await pipProgram('temporal'),
      args: [
        'server',
        'start-dev',
        ...listen,
        ...store,
        '--namespace',
        TEMPORAL_NAMESPACE,
        '--log-level',
        'warn',
        ...settings,
      ],
      cwd: dir,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
      logFile: this.logFile,
    };
  }

  async probe(): Promise<string | undefined> {
    return temporalHealth(`127.0.0.1:${this.port}`);
  }
}
