import { Listr, PRESET_TIMER, type ListrTask } from 'listr2';
import { SERVERS, REPLACED_BY, type ServerName } from './addresses.js';
import { areKafkaJarsFetched } from './kafka-jars.js';
import { migrateServices } from './migrations.js';
import { arePipProgramsFetched } from './pip-programs.js';
import { SERVICE_NAMES, type ServiceName } from './service-table.js';
import type { Stack } from './stack.js';

const TITLES: Record<ServerName, string> = { postgres: 'PostgreSQL', temporal: 'Temporal', kafka: 'Kafka' };
const IS_FETCHED: Record<ServerName, () => boolean> = {
  postgres: () => true,
  temporal: arePipProgramsFetched,
  kafka: areKafkaJarsFetched,
};
const PROVISIONS: Record<ServerName, string> = {
  postgres: 'databases',
  temporal: 'namespace and search attributes',
  kafka: 'topics',
};

/** Everything between "nothing runs" and "ready", with its progress on the terminal, or line by line without one. */
export async function runStartSteps(stack: Stack): Promise<void> {
  const together = { concurrent: true };
  const steps = new Listr(
    [
      { title: 'servers', task: (_, task) => task.newListr(SERVERS.map(startServer(stack)), together) },
      { title: 'provision', task: (_, task) => task.newListr(SERVERS.map(provision(stack)), together) },
      { title: 'migrations', task: async (_, task) => void (task.title = await migrate(stack)) },
      { title: 'seeds', task: async (_, task) => void (task.title = await seed(stack)) },
      { title: 'services', task: (_, task) => task.newListr(SERVICE_NAMES.map(startService(stack)), together) },
      { title: 'readiness', task: async () => allWhole(stack) },
    ],
    {
      rendererOptions: { collapseSubtasks: false, collapseErrors: false, timer: PRESET_TIMER },
      fallbackRendererOptions: { timer: PRESET_TIMER },
    },
  );
  await steps.run();
}

function startServer(stack: Stack): (name: ServerName) => ListrTask {
  return (name) => ({
    title: stack.serverNames.includes(name) ? TITLES[name] : `${TITLES[name]} of ${REPLACED_BY[name]}`,
    task: async (_, task) => {
      if (!stack.serverNames.includes(name)) return;
      if (!IS_FETCHED[name]()) task.output = 'fetching it for the first time on this machine: a minute or two';
      await stack.startServer(name);
    },
  });
}

function provision(stack: Stack): (name: ServerName) => ListrTask {
  return (name) => ({ title: PROVISIONS[name], task: async () => stack.provision(name) });
}

async function migrate(stack: Stack): Promise<string> {
  const applied = await migrateServices(stack.addresses.databaseUrl);
  return applied.length === 0 ? 'migrations: nothing to do' : `migrations: ${applied.length} applied`;
}

/** One after the other: each loads a whole service, and two cores are soon full. */
async function seed(stack: Stack): Promise<string> {
  const seeded: ServiceName[] = [];
  for (const service of SERVICE_NAMES) if (await stack.seed(service)) seeded.push(service);
  return seeded.length === 0 ? 'seeds: nothing to do' : `seeds: ${seeded.join(', ')}`;
}

async function allWhole(stack: Stack): Promise<void> {
  await Promise.all(SERVICE_NAMES.map(async (service) => stack.waitUntilWhole(service)));
}

function startService(stack: Stack): (name: ServiceName) => ListrTask {
  return (name) => ({ title: name, task: async () => stack.startService(name) });
}
