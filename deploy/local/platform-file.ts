import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Addresses } from './addresses.js';
import { STATE_DIR } from './bootstrap/paths.mjs';
import type { Ports } from './bootstrap/port-table.mjs';
import { isRunning, type ProcessIdentity } from './bootstrap/process-identity.mjs';

/** What a running platform says about itself, for the demo, benchmarks, tests and the next start. */
export interface PlatformFile {
  state: 'starting' | 'ready' | 'stopping';
  /** Who started it and stops it. */
  supervisor: ProcessIdentity;
  /** ISO 8601. */
  startedAt: string;
  /** Of the public gateway. */
  gatewayUrl: string;
  addresses: Addresses;
  ports: Ports;
  /** Who signs in with what; only in demo mode. */
  accountsFile: string;
  /** Servers and services that run at the moment, by name. */
  processes: Record<string, ProcessIdentity>;
}

/** @returns the state folder: that of the checkout, or the one of HSL_STATE_DIR */
export function stateDirectory(env: NodeJS.ProcessEnv = process.env): string {
  return env['HSL_STATE_DIR'] || STATE_DIR;
}

export function platformLockPath(stateDir: string): string {
  return join(stateDir, 'platform.lock');
}

/** Whole or not at all; readable for its owner only, because an address may hold a password. */
export function writePlatformFile(stateDir: string, file: PlatformFile): void {
  const path = platformFilePath(stateDir);
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}

/** @returns what was written last, whether it still runs or not */
export function findPlatformFile(stateDir: string): PlatformFile | undefined {
  const path = platformFilePath(stateDir);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as PlatformFile) : undefined;
}

/** @returns the platform of this checkout, if one runs */
export function findRunningPlatform(stateDir: string = stateDirectory()): PlatformFile | undefined {
  const file = findPlatformFile(stateDir);
  return file && isRunning(file.supervisor) ? file : undefined;
}

export function removePlatformFile(stateDir: string): void {
  rmSync(platformFilePath(stateDir), { force: true });
}

function platformFilePath(stateDir: string): string {
  return join(stateDir, 'platform.json');
}
