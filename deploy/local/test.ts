import { JEST_PROJECTS, type JestProject } from '../checks/jest-project.js';
import { stopCommandsOnSignals } from '../checks/run-command.js';
import { STATIC_STEPS, testStep } from '../checks/steps.js';
import { runSteps } from '../checks/tally.js';

/**
 * `npm test`: all that `npm run check` looks at, and every kind of test; the last line is `N passed, N failed`.
 * @public called by bootstrap/command.mjs
 */
export async function main(): Promise<number> {
  stopCommandsOnSignals();
  const kinds = Object.keys(JEST_PROJECTS) as JestProject[];
  return runSteps([...STATIC_STEPS, ...kinds.map((kind) => testStep(kind, true))]);
}
