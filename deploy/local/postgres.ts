import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from './bootstrap/error-facts.mjs';
import { findUtf8Locale } from './bootstrap/utf8-locale.mjs';
import { withDatabase } from './database-connection.js';
import { releaseDataDir } from './postgres-leftover.js';
import { postgresHome, type PostgresHome } from './postgres-home.js';
import { runProgram } from './run-program.js';
import type { ProcessPlan } from './running-process.js';
import type { Program } from './supervised-program.js';

/** Small on memory, and quick back on its feet after kill -9: four gigabytes of WAL once took 22 s to recover. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  min_wal_size: '80MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

const INITDB = ['--auth=scram-sha-256', '--username=postgres', '--encoding=UTF8'];
/** C.UTF-8 from PostgreSQL itself: sorting does not depend on the machine. */
const SORTING = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

/** The embedded PostgreSQL server of one state folder. */
export class PostgresServer implements Program {
  readonly name = 'postgres';
  readonly readyTimeoutMs = 60_000;
  /** Sessions of a predecessor that was killed keep its shared memory, and so the folder, for some seconds. */
  readonly startAttempts = 15;

  constructor(
    private readonly stateDir: string,
    private readonly port: number,
    readonly logFile: string,
  ) {}

  async plan(): Promise<ProcessPlan> {
    const home = await postgresHome(this.stateDir);
    const dataDir = join(home.homeDir, 'data');
    if (!existsSync(join(dataDir, 'PG_VERSION'))) await initialise(home, dataDir);
    await releaseDataDir(dataDir);
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return {
      command: join(home.binDir, 'postgres'),
      args: ['-D', dataDir, '-p', String(this.port), ...settings],
      cwd: home.homeDir,
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
      logFile: this.logFile,
      user: home.account,
      // "Fast": ends open sessions instead of waiting for them.
      stopSignal: 'SIGINT',
    };
  }

  async probe(): Promise<string | undefined> {
    try {
      await withDatabase(this.superuserUrl(), async (client) => client.query('SELECT 1'), 1);
      return undefined;
    } catch (error) {
      return messageOf(error);
    }
  }

  /** For making roles and databases only: this role sees through row-level security. */
  superuserUrl(): string {
    const password = readFileSync(join(this.stateDir, 'postgres', 'superuser-password'), 'utf8').trim();
    return `postgres://postgres:${password}@127.0.0.1:${this.port}/postgres`;
  }
}

/** Into a folder beside it first, so that a start that was interrupted leaves nothing half made. */
async function initialise(home: PostgresHome, dataDir: string): Promise<void> {
  const passwordFile = join(home.homeDir, 'superuser-password');
  writeFileSync(passwordFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  if (home.account) chownSync(passwordFile, home.account.uid, home.account.gid);
  const draft = `${dataDir}.part`;
  rmSync(draft, { recursive: true, force: true });
  const args = [...INITDB, ...SORTING, `--lc-ctype=${utf8Locale()}`, `--pgdata=${draft}`, `--pwfile=${passwordFile}`];
  await runProgram(join(home.binDir, 'initdb'), args, {
    user: home.account,
    cwd: home.homeDir,
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    timeoutMs: 60_000,
  });
  renameSync(draft, dataDir);
}

function utf8Locale(): string {
  const found = findUtf8Locale();
  if (!found) throw new Error('the system has no UTF-8 locale, which PostgreSQL needs ("npm run doctor")');
  return found;
}
