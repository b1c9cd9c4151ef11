import { stopCommandsOnSignals } from './run-command.js';
import { STATIC_CHECKS, testStep } from './steps.js';
import { runSteps } from './tally.js';

// `npm run check`: everything that can be known without servers, in under two minutes.
stopCommandsOnSignals();
process.exitCode = await runSteps([STATIC_CHECKS, testStep('unit', false)]);
