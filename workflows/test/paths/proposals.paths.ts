import { calendarLoadedSignal } from '../../src/flow/calendar.messages.js';
import type { ProposalFact } from '../../src/proposal/proposal.activities.js';
import { PROPOSAL_TERMS, toAssigned, toMet, type ProposalRoad } from '../proposal-road.js';
import { until } from '../road.js';
import type { Path } from './path.js';
import type { Scene } from './scene.js';

const DAY_MS = 86_400_000;

const assigned = async (scene: Scene) => toAssigned(await scene.submit());
const met = async (scene: Scene) => toMet(await scene.submit());
const inDays = async (scene: Scene, days: number) => (await scene.stage.env.currentTimeMs()) + days * DAY_MS;
const fact = (road: ProposalRoad, type: ProposalFact['type']) =>
  until(() => (road.types().includes(type) ? true : undefined));
/** Its own end is waited for without `result()`, which moves the clock on. */
const ended = ({ handle }: ProposalRoad) =>
  until(async () => ((await handle.describe()).status.name === 'COMPLETED' ? true : undefined));

/** Proposals of members, which have no whistle above them (domain 2.6, 4.1). */
export const PROPOSALS: readonly Path[] = [
  {
    name: 'proposal-straight',
    play: async (scene) => {
      const road = await assigned(scene);
      await road.giveOpinion('ZX-XFD');
      await road.draftReply();
      await road.recordMeeting();
      await road.confirmMeeting();
      await road.giveOpinion('ZX-XFD');
      await road.draftReply();
      await road.reply('A');
      await road.rate('satisfied');
      await road.close();
      await ended(road);
    },
  },
  {
    name: 'proposal-not-filed',
    play: async (scene) => {
      const road = await scene.submit();
      await road.file(false);
      await ended(road);
    },
  },
  {
    name: 'proposal-withdrawn',
    play: async (scene) => {
      const road = await scene.submit();
      await road.withdraw();
      await ended(road);
    },
  },
  {
    name: 'proposal-returned',
    play: async (scene) => {
      const road = await assigned(scene);
      await road.requestReturn();
      await road.giveOpinion('ZX-XFD');
      await road.ruleReturn(true);
      await road.assign('ZX-GAJ');
    },
  },
  {
    name: 'proposal-return-refused',
    play: async (scene) => {
      const road = await assigned(scene);
      await road.requestReturn();
      await scene.pass('9 days');
      await road.ruleReturn(false);
    },
  },
  {
    name: 'proposal-late',
    play: async (scene) => {
      const road = await assigned(scene);
      await scene.pass('120 days');
      await road.recordMeeting();
      await road.confirmMeeting();
      await road.reply('D');
    },
  },
  {
    name: 'proposal-dissatisfied-twice',
    play: async (scene) => {
      const road = await met(scene);
      await road.reply('C');
      await road.rate('dissatisfied');
      await road.reply('C');
      await road.rate('dissatisfied');
      await road.close();
      await ended(road);
    },
  },
  {
    name: 'proposal-not-rated',
    play: async (scene) => {
      const road = await met(scene);
      await road.reply('A');
      await scene.pass('31 days');
      await fact(road, 'rated');
    },
  },
  {
    name: 'proposal-carried-over',
    play: async (scene) => {
      const road = await met(scene);
      await road.reply('B', await inDays(scene, 60));
      await road.draftReply();
      await road.supplement('B', await inDays(scene, 70));
      await road.rate('basic');
      await road.draftReply();
      await road.supplement('B', await inDays(scene, 80));
      await road.close();
      await scene.pass('85 days');
      await road.draftReply();
      await road.supplement('B', await inDays(scene, 30));
      await road.supplement('A');
      await ended(road);
    },
  },
  {
    name: 'proposal-under-a-new-calendar',
    play: async (scene) => {
      const road = await assigned(scene);
      const calendar = { ...PROPOSAL_TERMS.calendar, version: PROPOSAL_TERMS.calendar.version + 1, lastYear: 2031 };
      await road.handle.signal(calendarLoadedSignal, { calendar });
      await fact(road, 'calendarLoaded');
      await road.recordMeeting();
    },
  },
];
