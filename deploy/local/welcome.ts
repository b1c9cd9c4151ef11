import { existsSync, readFileSync } from 'node:fs';
import type { PlatformFile } from './platform-file.js';

interface AccountLine {
  userName: string;
  role: string;
  name: string;
  password: string;
}

/** Where to go and who may sign in, for the person who has just started the platform. */
export function welcome(platform: Pick<PlatformFile, 'gatewayUrl' | 'accountsFile'>, env: NodeJS.ProcessEnv): string {
  const { gatewayUrl, accountsFile } = platform;
  const places = ['', `haoshangliang is ready: ${gatewayUrl}`, `API: ${gatewayUrl}/api/docs`];
  // In production there are no demo accounts, and a password has no place on a terminal.
  if (env['NODE_ENV'] === 'production' || !existsSync(accountsFile)) return places.join('\n');
  const accounts = JSON.parse(readFileSync(accountsFile, 'utf8')) as AccountLine[];
  return [...places, '', ...accountTable(onePerRole(accounts)), `All ${accounts.length}: ${accountsFile}`].join('\n');
}

/** A demo has an account for everybody in two subdistricts; a terminal has room for one of each kind. */
function onePerRole(accounts: readonly AccountLine[]): AccountLine[] {
  const seen = new Set<string>();
  return accounts.filter(({ role }) => !seen.has(role) && seen.add(role));
}

function accountTable(accounts: readonly AccountLine[]): string[] {
  const rows = accounts.map(({ userName, password, role, name }) => [userName, password, role, name] as const);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return ['One account per role (user name, password, role, name):', ...lines.map((line) => `  ${line.trimEnd()}`)];
}
