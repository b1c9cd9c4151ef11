import { rmSync } from 'node:fs';
import type { JestProject } from '../checks/jest-project.js';
import { stopCommandsOnSignals } from '../checks/run-command.js';
import { STATIC_CHECKS, testStep } from '../checks/steps.js';
import { runSteps, type Step } from '../checks/tally.js';
import { TEMPLATES_VARIABLE } from './stack-template.js';
import { fastestStateFolder, makeTestDirectory, TEST_STATE_VARIABLE } from './test-directory.js';

/**
 * `npm test`: all that `npm run check` looks at, and every kind of test; the last line is `N passed, N failed`. The
 * long kinds have servers of their own and partly wait for them, so they run side by side: two lanes that take about as
 * long, and a short one that costs them little. Lists come after them, and what is judged by the clock alone at the end.
 * @public called by bootstrap/command.mjs
 */
export async function main(): Promise<number> {
  stopCommandsOnSignals();
  const tests = (kind: JestProject): Step => testStep(kind, true);
  const lanes = [[tests('integration'), tests('matrix')], tests('e2e'), tests('foundation')];
  process.env[TEST_STATE_VARIABLE] ??= fastestStateFolder();
  const templates = makeTestDirectory();
  process.env[TEMPLATES_VARIABLE] = templates;
  try {
    return await runSteps([STATIC_CHECKS, tests('unit'), tests('workflow'), lanes, tests('lists'), tests('timed')]);
  } finally {
    rmSync(templates, { recursive: true, force: true });
  }
}
