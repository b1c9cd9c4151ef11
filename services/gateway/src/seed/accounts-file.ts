import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** One line of the file that tells the demo's users how to sign in. */
export interface AccountLine {
  userName: string;
  role: string;
  name: string;
  subdistrictId: string;
  password: string;
}

const fileSchema = z.array(z.object({ password: z.string().min(8) }));

/** The installation's one password for demo accounts: the one in the file, or a new one. */
export async function demoPassword(path: string): Promise<string> {
  try {
    const lines = fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
    if (lines[0]) return lines[0].password;
  } catch (error) {
    // Not there yet, or not ours any more: the accounts get a new password and the file is written anew.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') process.stderr.write(`${path}: ${String(error)}\n`);
  }
  return randomBytes(9).toString('base64url');
}

/** Written whole or not at all, readable by its owner only. */
export async function writeAccountsFile(path: string, lines: readonly AccountLine[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, `${JSON.stringify(lines, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, path);
}
