import { spawnSync } from 'node:child_process';

/** The system account that runs the server. */
export interface Account {
  uid: number;
  gid: number;
}

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root, so root (a container, a CI machine) runs it as `postgres`, made if missing.
 * @returns undefined for everybody else: they run it as themselves
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = findAccount();
  if (existing) return existing;
  run('groupadd', ['--system', NAME]);
  run('useradd', ['--system', '--gid', NAME, '--no-create-home', '--shell', '/bin/false', NAME]);
  const made = findAccount();
  if (!made) throw new Error(`the system account ${NAME} could not be made; run as another user than root`);
  return made;
}

/** @returns whether the account may enter a folder or run a program */
export function mayUse(account: Account, path: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -r "$0" -a -x "$0"', path], { ...account, timeout: 5_000 }).status === 0;
}

function findAccount(): Account | undefined {
  const uid = idOf('-u');
  const gid = idOf('-g');
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function idOf(option: '-u' | '-g'): number | undefined {
  const { status, stdout } = spawnSync('id', [option, NAME], { encoding: 'utf8', timeout: 5_000 });
  return status === 0 ? Number(stdout) : undefined;
}

function run(command: string, args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 10_000 });
  // 9: the name exists already, for example because another start was faster.
  if (status !== 0 && status !== 9) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
}
