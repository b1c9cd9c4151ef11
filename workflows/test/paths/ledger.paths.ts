import { ledgerWorkflowId } from '@hsl/contracts/workflow-ids';
import { isYearEnd, quarterEndAfter } from '@hsl/domain/quarter';
import * as ledger from '../../src/ledger/ledger.messages.js';
import * as messages from '../../src/whistle/whistle.messages.js';
import { by, termsOf, toCoordinating, until, type Road } from '../road.js';
import type { Path } from './path.js';
import type { Scene } from './scene.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const entryIdOf = (road: Road): string => `${road.whistleId}-L`;
const entryOf = (scene: Scene, road: Road) => scene.stage.client.workflow.getHandle(ledgerWorkflowId(entryIdOf(road)));

async function milestonesIn(scene: Scene, days: readonly number[], prefix = 'm') {
  const now = await scene.stage.env.currentTimeMs();
  return days.map((day, index) => ({ milestoneId: `${prefix}${index + 1}`, dueAt: now + day * DAY_MS }));
}

/** The lead has applied, with a milestone after each of those numbers of days. */
async function applied(scene: Scene, ...days: number[]): Promise<{ road: Road; lead: string }> {
  const road = await scene.blow({ defaultGrade: 'G4', terms: termsOf('G4') });
  const { lead } = await toCoordinating(road, 'G4', 'longTerm');
  const milestones = await milestonesIn(scene, days);
  await road.act(messages.applyLedgerUpdate, 'head', { entryId: entryIdOf(road), milestones });
  await until(() => scene.stage.records.ledger.find(({ fact }) => fact.type === 'ledgerApplied'));
  return { road, lead };
}

const rule = (scene: Scene, road: Road, isApproved: boolean) =>
  entryOf(scene, road).executeUpdate(ledger.ruleLedgerUpdate, { args: [{ by: by('deputyLeader'), isApproved }] });

async function ledgered(scene: Scene, ...days: number[]): Promise<Road> {
  const { road } = await applied(scene, ...days);
  await rule(scene, road, true);
  await scene.fact(road, 'ledgered');
  return road;
}

const report = (scene: Scene, road: Road, milestoneId: string) =>
  entryOf(scene, road).executeUpdate(ledger.reportMilestoneUpdate, {
    args: [{ by: by('handler'), milestoneId, contentId: 'evidence' }],
  });

async function carryOver(scene: Scene, road: Road): Promise<void> {
  const propose = { by: by('head'), contentId: 'why' };
  await entryOf(scene, road).executeUpdate(ledger.proposeCarryOverUpdate, { args: [propose] });
  const milestones = await milestonesIn(scene, [50], 'n');
  await entryOf(scene, road).executeUpdate(ledger.carryOverUpdate, {
    args: [{ by: by('groupLeader'), isApproved: true, milestones }],
  });
  await scene.fact(road, 'ledgerResumed');
}

/** Long-term matters on the register; each quarter is a run of its own. */
export const LEDGER: readonly Path[] = [
  {
    name: 'ledgered-and-delivered',
    play: async (scene) => {
      const road = await ledgered(scene, 30, 60);
      await report(scene, road, 'm1');
      await report(scene, road, 'm2');
      await scene.fact(road, 'ledgerDelivered');
    },
  },
  {
    name: 'ledger-refused',
    play: async (scene) => {
      const { road, lead } = await applied(scene, 30);
      await rule(scene, road, false);
      await scene.fact(road, 'ledgerRefused');
      await road.acknowledge(lead);
    },
  },
  {
    name: 'ledgered-and-late',
    play: async (scene) => {
      const road = await ledgered(scene, 40);
      await scene.pass('120 days');
      await report(scene, road, 'm1');
      await scene.fact(road, 'ledgerDelivered');
    },
  },
  {
    name: 'carried-over',
    play: async (scene) => {
      const { env } = scene.stage;
      const road = await ledgered(scene, 50, 100, 150, 200, 250, 300, 350, 400, 450);
      let now = await env.currentTimeMs();
      while (!isYearEnd(quarterEndAfter(now))) now = quarterEndAfter(now);
      await env.sleep(quarterEndAfter(now) - (await env.currentTimeMs()) + MINUTE_MS);
      await until(async () => (await entryOf(scene, road).query(ledger.ledgerQuery)).state === 'RUNNING' || undefined);
      await carryOver(scene, road);
      await report(scene, road, 'n1');
      await scene.fact(road, 'ledgerDelivered');
    },
  },
  {
    name: 'withdrawn-when-ledgered',
    play: async (scene) => {
      const road = await ledgered(scene, 30);
      await road.act(messages.withdrawUpdate, 'communityHead', { needsApproval: false });
      await scene.ended(road);
    },
  },
];
