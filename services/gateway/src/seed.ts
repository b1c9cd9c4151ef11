import { runTask } from '@hsl/platform/run-task';
import { seedAdministrator, seedDemoAccounts } from './seed/seed-accounts.js';
import { readSeedPlan } from './seed/seed-env.js';
import { TaskModule } from './task.module.js';
import { UserRepository } from './users/user.repository.js';

/** node dist/seed.js: accounts to sign in with. Idempotent. */
const plan = readSeedPlan();
const report = await runTask({ name: 'gateway', module: TaskModule }, async (context) => {
  const users = context.get(UserRepository);
  if (plan.kind === 'production') {
    const created = await seedAdministrator(users, plan.subdistrictId, plan.adminPassword, Date.now());
    return `administrator ${created ? 'created' : 'was there'}`;
  }
  const changed = await seedDemoAccounts(users, plan.accountsFile, Date.now());
  return `${changed} accounts created or changed, see ${plan.accountsFile}`;
});
process.stdout.write(`gateway: ${report}\n`);
