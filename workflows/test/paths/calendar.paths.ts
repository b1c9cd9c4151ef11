import { calendarLoadedSignal } from '../../src/flow/calendar.messages.js';
import * as messages from '../../src/whistle/whistle.messages.js';
import { termsOf, toCoordinating, until, type Road } from '../road.js';
import type { Path } from './path.js';
import type { Scene } from './scene.js';

const DAY_MS = 86_400_000;
const { calendar } = termsOf('G3');
const LOADED = { calendar: { ...calendar, version: calendar.version + 1 } };

async function load(scene: Scene, road: Road): Promise<void> {
  await road.whistle.signal(calendarLoadedSignal, LOADED);
  await scene.fact(road, 'calendarLoaded');
  await until(() => road.checkIns().find(({ fact }) => fact.type === 'calendarLoaded'));
}

/** A new calendar comes while processes run (domain 2.7). */
export const CALENDAR: readonly Path[] = [
  {
    name: 'calendar-loaded-when-at-work',
    play: async (scene) => {
      const road = await scene.blow({ defaultGrade: 'G4', terms: termsOf('G4') });
      await toCoordinating(road, 'G4', 'longTerm');
      const entryId = `${road.whistleId}-L`;
      const milestones = [{ milestoneId: 'm1', dueAt: (await scene.stage.env.currentTimeMs()) + 50 * DAY_MS }];
      await road.act(messages.applyLedgerUpdate, 'head', { entryId, milestones });
      const entries = () => scene.stage.records.ledger;
      await until(() => entries().find(({ fact }) => fact.type === 'ledgerApplied'));
      await load(scene, road);
      await until(() => entries().find(({ fact }) => fact.type === 'calendarLoaded'));
      await until(() =>
        road.tasks().filter(({ fact }) => fact.type === 'termsChanged').length === 2 ? true : undefined,
      );
      await road.act(messages.withdrawUpdate, 'communityHead', { needsApproval: false });
      await scene.ended(road);
    },
  },
  {
    name: 'calendar-loaded-when-deliberating',
    play: async (scene) => {
      const road = await scene.checkedIn();
      const sessionId = `${road.whistleId}-S`;
      await road.act(messages.deliberateUpdate, 'liaisonOfficer', { sessionId });
      await until(() => road.sessions()[0]);
      await load(scene, road);
      await until(() => road.sessions().find(({ fact }) => fact.type === 'calendarLoaded'));
      await scene.holdSession(sessionId, 'consensus');
      await scene.fact(road, 'deliberated');
    },
  },
  {
    name: 'calendar-loaded-when-watched',
    play: async (scene) => {
      const road = await scene.concluded();
      const watch = await scene.watch(road);
      await scene.pass('30 days');
      await scene.fact(road, 'lookBackDue');
      await watch.handle.signal(calendarLoadedSignal, LOADED);
      await scene.fact(road, 'calendarLoaded');
      await watch.report(1, 'STABLE');
      await watch.handle.result();
    },
  },
  {
    name: 'calendar-loaded-when-not-accepted',
    play: async (scene) => {
      const road = await scene.blow();
      await road.act(messages.proposeDeclineUpdate, 'liaisonOfficer', { reasonCode: 'inCourt' });
      await road.act(messages.ruleDeclineUpdate, 'deputyLeader', { isApproved: true });
      await scene.fact(road, 'declined');
      await road.whistle.signal(calendarLoadedSignal, LOADED);
      await scene.fact(road, 'calendarLoaded');
    },
  },
];
