import { stopCommandsOnSignals } from '../checks/run-command.js';
import { STATIC_STEPS, testStep } from '../checks/steps.js';
import { runSteps } from '../checks/tally.js';

/**
 * `npm test`: all that `npm run check` looks at, and every kind of test; the last line is `N passed, N failed`. The two
 * long kinds have servers of their own and mostly wait for them, so they run side by side.
 * @public called by bootstrap/command.mjs
 */
export async function main(): Promise<number> {
  stopCommandsOnSignals();
  const [unit, workflow, integration, e2e] = (['unit', 'workflow', 'integration', 'e2e'] as const).map((kind) =>
    testStep(kind, true),
  );
  return runSteps([...STATIC_STEPS, unit!, workflow!, [integration!, e2e!]]);
}
