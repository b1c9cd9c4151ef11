import { withBareTemporal } from '../bare/bare-temporal.js';
import type { Benchmark } from '../benchmark.js';
import { onBenchStack } from '../platform/bench-stack.js';
import { withOpenDoor } from '../platform/open-door.js';
import { say } from '../progress.js';
import { median } from '../statistics.js';
import { totalOf, type WorkflowHistory } from './history-count.js';
import { bareMatter, realMatter } from './matter-histories.js';

/** Of a standard whistle, all its workflows together. */
const EVENT_LIMIT = 120;

/** How long a standard whistle's histories are: two departments, everybody on time, the first member is enough. */
export const history: Benchmark = {
  summary: 'history events and bytes of a standard whistle, all its workflows',
  defaults: { rounds: 3 },
  run: ({ rounds }) =>
    onBenchStack({}, (stack) =>
      withOpenDoor(stack, (stage) =>
        withBareTemporal(stack.addresses, async (bare) => {
          const real: WorkflowHistory[][] = [];
          for (let round = 1; round <= rounds; round += 1) {
            real.push(await realMatter(bare.client.workflow, stage, round));
            say(`round ${round}: ${totalOf(real.at(-1)!).events} events`);
          }
          const bothCome = await realMatter(bare.client.workflow, stage, rounds + 1, 2);
          // The same road each time, and nothing beside it: one is as good as many.
          const perActivity = await bareMatter(bare, 'activity');
          const minimal = await bareMatter(bare, 'localActivity');
          return {
            ...figuresOf(real),
            limit: EVENT_LIMIT,
            whenBothMembersCome: totalOf(bothCome),
            baseline: { design: 'one activity per step', ...figuresOf([perActivity]) },
            minimal: { design: 'no work at all, local activities', ...figuresOf([minimal]) },
          };
        }),
      ),
    ),
};

/** Totals are those of the longest; the workflows are listed for that one. */
function figuresOf(matters: readonly WorkflowHistory[][]): Record<string, unknown> {
  const totals = matters.map(totalOf);
  const worst = totals.reduce((longest, { events }, index) => (events > totals[longest]!.events ? index : longest), 0);
  return {
    totalEvents: totals[worst]!.events,
    totalBytes: totals[worst]!.bytes,
    medianEvents: median(totals.map(({ events }) => events)),
    workflows: matters[worst]!.map(({ workflowId, ...rest }) => ({ workflow: roleOf(workflowId), ...rest })),
  };
}

/** whistle/ID/task/ID is a task; what has no third part is the whistle itself. */
const roleOf = (workflowId: string): string => workflowId.split('/')[2] ?? 'whistle';
