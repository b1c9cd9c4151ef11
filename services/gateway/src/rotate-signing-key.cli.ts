import { runTask } from '@hsl/platform/run-task';
import { TaskModule } from './task.module.js';
import { SigningKeys } from './tokens/signing-keys.service.js';

/** node dist/rotate-signing-key.cli.js: a new key signs from a minute on; tokens of the old one hold until they run out. */
const kid = await runTask({ name: 'gateway', module: TaskModule }, (context) => context.get(SigningKeys).rotate());
process.stdout.write(`gateway: new signing key ${kid}\n`);
