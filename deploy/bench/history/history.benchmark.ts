import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkflowClient } from '@temporalio/client';
import type { TestStack } from '../../local/test-stack.js';
import { withBareTemporal } from '../bare/bare-temporal.js';
import type { Benchmark } from '../benchmark.js';
import { onBenchStack } from '../platform/bench-stack.js';
import type { Stage } from '../platform/standard-whistle.js';
import { WhistleRows } from '../platform/whistle-rows.js';
import { withOpenDoor } from '../platform/open-door.js';
import { say } from '../progress.js';
import { median } from '../statistics.js';
import { totalOf, type WorkflowHistory } from './history-count.js';
import { concludeHarder, ELEVEN, lookBack, WITH_ELEVEN, WITH_ESCALATION } from './harder-matters.js';
import { bareMatter, historiesOf, realMatter } from './matter-histories.js';

/** Of a standard whistle, all its workflows together. */
const EVENT_LIMIT = 120;
/** With a red card and a look-back beside it. */
const ESCALATED_LIMIT = 150;
/** Of one run; a longer one must go on as a new one. */
const RUN_LIMIT = 4_096;
/** A day in eight seconds: the look-back after thirty days comes in four minutes. */
const TIME_SCALE = 10_800;
const LOOK_BACK_WITHIN_MS = 6 * 60_000;

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
          const eleven = await elevenDepartments(bare.client.workflow, stage, rounds + 2);
          const bothCome = await realMatter(bare.client.workflow, stage, rounds + 1, 2);
          // The same road each time, and nothing beside it: one is as good as many.
          const perActivity = await bareMatter(bare, 'activity');
          const minimal = await bareMatter(bare, 'localActivity');
          return {
            ...figuresOf(real),
            limit: EVENT_LIMIT,
            whenBothMembersCome: totalOf(bothCome),
            withElevenDepartments: eleven,
            withRedCardAndLookBack: await escalated(stack, bare.client.workflow, stage, rounds + 3),
            baseline: { design: 'one activity per step', ...figuresOf([perActivity]) },
            minimal: { design: 'no work at all, local activities', ...figuresOf([minimal]) },
          };
        }),
      ),
    ),
};

/** K1: as many units as a matter has had. */
async function elevenDepartments(client: WorkflowClient, stage: Stage, index: number): Promise<object> {
  const id = await concludeHarder(stage, index, WITH_ELEVEN);
  const histories = await historiesOf(client, id, false);
  const longestRun = Math.max(...histories.map(({ events }) => events));
  return { ...totalOf(histories), departments: ELEVEN.length, longestRun, runLimit: RUN_LIMIT };
}

/** In a subdistrict that lives fast, so that a red card and thirty days come within minutes. */
async function escalated(stack: TestStack, client: WorkflowClient, stage: Stage, index: number): Promise<object> {
  const rows = new WhistleRows(stack);
  try {
    await rows.pool.query(FASTER, [TIME_SCALE]);
  } finally {
    await rows.close();
  }
  await sleep(RULES_ARE_READ_MS);
  const id = await concludeHarder(stage, index, WITH_ESCALATION);
  say('waiting for the look-back');
  await lookBack(stage, index, id, LOOK_BACK_WITHIN_MS);
  return { ...totalOf(await historiesOf(client, id, true)), limit: ESCALATED_LIMIT };
}

const FASTER = `INSERT INTO rule_set (subdistrict_id, version, effective_from, content, approved_by)
  SELECT subdistrict_id, version + 1, now() - interval '1 second',
    content || jsonb_build_object('timeScale', $1::numeric), 'benchmark'
  FROM rule_set WHERE subdistrict_id = 'zx' ORDER BY version DESC LIMIT 1`;
/** The service remembers the rules for five. */
const RULES_ARE_READ_MS = 7_000;

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
