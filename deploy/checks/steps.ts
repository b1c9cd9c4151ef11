import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkBoundaries } from './boundaries.js';
import { judgeSizes, sizedFiles } from './file-size.js';
import { type JestProject, runJestProject } from './jest-project.js';
import { binary, ROOT } from './root.js';
import { runCommand } from './run-command.js';
import { fail, type Lane, pass, type Step, type Tally } from './tally.js';

const TIMEOUT_MS = 120_000;

async function command(name: string, ...args: string[]): Promise<Tally> {
  const { code, timedOut, output } = await runCommand(name, args, { timeoutMs: TIMEOUT_MS });
  if (code === 0) return pass();
  return fail(timedOut ? `${output}\nstopped after ${TIMEOUT_MS / 1_000} s` : output);
}

/** Sources first, then what no package builds: the specs outside `src`, and the pages. */
async function checkTypes(): Promise<Tally> {
  for (const args of [['-b'], ['-p', 'tsconfig.tests.json'], ['-p', 'services/web']]) {
    const one = await command(binary('tsc'), ...args);
    if (one.failed > 0) return one;
  }
  return pass();
}

const COMPOSE_CHECK = join(ROOT, 'deploy', 'dist', 'checks', 'compose.js');

/** The questions that need no test run, side by side: the format alone, one core wide, takes as long as the others. */
export const STATIC_CHECKS: readonly Lane[] = [
  { name: 'format', run: () => command(binary('prettier'), '--check', '--log-level', 'warn', '.') },
  [
    { name: 'file size', run: () => Promise.resolve(judgeSizes(sizedFiles())) },
    { name: 'types', run: checkTypes },
    { name: 'lint', run: () => command(binary('oxlint'), '--type-aware', '--deny-warnings', '.') },
    { name: 'boundaries', run: checkBoundaries },
    { name: 'dead code', run: () => command(binary('knip'), '--no-config-hints') },
    ...(existsSync(COMPOSE_CHECK)
      ? [{ name: 'compose file', run: () => command(process.execPath, COMPOSE_CHECK) }]
      : []),
  ],
];

/** Tests of one kind as a step. */
export const testStep = (project: JestProject, stream: boolean): Step => ({
  name: `${project} tests`,
  run: () => runJestProject(project, stream),
});
