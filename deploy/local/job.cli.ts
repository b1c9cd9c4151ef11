import { SERVERS } from './addresses.js';
import { messageOf } from './bootstrap/error-facts.mjs';
import { resolvePorts } from './bootstrap/port-table.mjs';
import { migrateServices } from './migrations.js';
import { stateDirectory } from './platform-file.js';
import { SERVICE_NAMES } from './service-table.js';
import { Stack } from './stack.js';
import { welcome } from './welcome.js';

/**
 * The steps of a start that are jobs of their own where something else starts the servers (docker compose, Kubernetes):
 * `node job.cli.js migrate`, then `node job.cli.js seed`. All addresses come from the environment.
 */
const JOBS: Record<string, (stack: Stack) => Promise<void>> = {
  migrate: async (stack) => {
    for (const server of SERVERS) await stack.provision(server);
    const applied = await migrateServices(stack.addresses.databaseUrl);
    console.log(applied.length === 0 ? 'nothing to migrate' : `migrated: ${applied.join(', ')}`);
  },
  seed: async (stack) => {
    for (const service of SERVICE_NAMES) if (await stack.seed(service)) console.log(`seeded: ${service}`);
    const gatewayUrl = process.env['GATEWAY_PUBLIC_URL'] ?? 'the gateway';
    console.log(welcome({ gatewayUrl, accountsFile: stack.accountsFile }, process.env));
  },
};

const job = JOBS[process.argv[2] ?? ''];
if (!job) {
  console.error(`usage: node job.cli.js ${Object.keys(JOBS).join('|')}`);
  process.exit(2);
}
const stack = new Stack({ stateDir: stateDirectory(), ports: resolvePorts({}), servers: [], env: process.env });
try {
  await job(stack);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
} finally {
  await stack.stop();
}
