import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { waitForLock } from './bootstrap/file-lock.mjs';
import { mayUse, postgresAccount, type Account } from './postgres-account.js';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';

/** Where the server's programs and data are, and who runs it. */
export interface PostgresHome {
  binDir: string;
  /** Belongs to the account, readable for nobody else. */
  homeDir: string;
  account: Account | undefined;
}

/** Every account may enter this one; used only when root's checkout lies where `postgres` may not go. */
export const PUBLIC_ROOT = '/var/lib/haoshangliang';

/**
 * Finds a place the server's account can reach: normally the state folder itself. Under a closed folder such as /root
 * the programs are copied and the data kept below /var/lib/haoshangliang, with a link from the state folder to it.
 */
export async function postgresHome(stateDir: string): Promise<PostgresHome> {
  const account = postgresAccount();
  const binaries = postgresBinaries();
  mkdirSync(stateDir, { recursive: true });
  const homeDir = join(stateDir, 'postgres');
  const reachable = !account || mayUse(account, stateDir);
  if (!existsSync(homeDir)) {
    if (reachable) mkdirSync(homeDir);
    else linkOutside(stateDir, homeDir);
  }
  if (account) chownSync(homeDir, account.uid, account.gid);
  chmodSync(homeDir, 0o700);
  // The server itself cannot pass the folders that lead to the link.
  return { binDir: await reachableBinDir(binaries, account), homeDir: realpathSync(homeDir), account };
}

function linkOutside(stateDir: string, homeDir: string): void {
  const outside = join(PUBLIC_ROOT, createHash('sha256').update(stateDir).digest('hex').slice(0, 12));
  // Left over from a checkout that is gone.
  rmSync(outside, { recursive: true, force: true });
  mkdirSync(outside, { recursive: true });
  symlinkSync(outside, homeDir);
}

async function reachableBinDir(
  { nativeDir, version }: PostgresBinaries,
  account: Account | undefined,
): Promise<string> {
  const installed = join(nativeDir, 'bin');
  if (!account || mayUse(account, join(installed, 'postgres'))) return installed;
  const copy = join(PUBLIC_ROOT, `postgres-${version}`);
  const lock = await waitForLock(`${copy}.lock`, { timeoutMs: 60_000 });
  try {
    if (!existsSync(copy)) {
      cpSync(nativeDir, `${copy}.part`, { recursive: true, verbatimSymlinks: true, force: true });
      renameSync(`${copy}.part`, copy);
    }
  } finally {
    lock.release();
  }
  return join(copy, 'bin');
}
