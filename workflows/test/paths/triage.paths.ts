import * as messages from '../../src/whistle/whistle.messages.js';
import { termsOf } from '../road.js';
import type { Path } from './path.js';

const route = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-GSG'] };
const emergency = { defaultGrade: 'G1', terms: termsOf('G1'), route } as const;

/** From the blow to the acceptance, or to the refusal. */
export const TRIAGE: readonly Path[] = [
  { name: 'blown-only', play: (scene) => scene.blow() },
  {
    name: 'nobody-accepts',
    play: async (scene) => {
      const road = await scene.blow();
      await scene.pass('6 days');
      await scene.fact(road, 'accepted');
    },
  },
  {
    name: 'countersigned-yellow',
    play: async (scene) => {
      const road = await scene.blow({ level: 'yellow' });
      await road.act(messages.countersignUpdate, 'communityHead', {});
      await road.accept();
    },
  },
  {
    name: 'sent-back-and-resubmitted',
    play: async (scene) => {
      const road = await scene.blow();
      await road.act(messages.sendBackUpdate, 'liaisonOfficer', { contentId: 'what' });
      await road.act(messages.resubmitUpdate, 'communityWorker', { contentId: 'that' });
      await road.accept();
    },
  },
  {
    name: 'sent-back-and-lapsed',
    play: async (scene) => {
      const road = await scene.blow();
      await road.act(messages.sendBackUpdate, 'liaisonOfficer', { contentId: 'what' });
      await scene.pass('12 days');
      await scene.ended(road);
    },
  },
  {
    name: 'declined-unopposed',
    play: async (scene) => {
      const road = await scene.blow();
      await road.act(messages.proposeDeclineUpdate, 'liaisonOfficer', { reasonCode: 'inCourt' });
      await road.act(messages.ruleDeclineUpdate, 'deputyLeader', { isApproved: true });
      await scene.pass('14 days');
      await scene.ended(road);
    },
  },
  {
    name: 'declined-and-objection-upheld',
    play: async (scene) => {
      const road = await scene.blow();
      await road.act(messages.proposeDeclineUpdate, 'liaisonOfficer', { reasonCode: 'inCourt' });
      await road.act(messages.ruleDeclineUpdate, 'deputyLeader', { isApproved: true });
      await road.act(messages.objectUpdate, 'communityHead', { contentId: 'why' });
      await road.act(messages.ruleObjectionUpdate, 'deputyLeader', { isApproved: true });
      await road.accept();
    },
  },
  {
    name: 'emergency-routed-at-once',
    play: async (scene) => {
      const road = await scene.blow(emergency);
      await road.accept('G1');
      await road.until(({ tasks }) => (tasks().length === 2 ? true : undefined));
    },
  },
  {
    name: 'linked-as-a-repeat',
    play: async (scene) => {
      const road = await scene.blow();
      const earlier = { repeatOf: 'an-earlier-matter', repeatOfNumber: 'ZX-2021-000009' };
      await road.act(messages.linkRepeatUpdate, 'liaisonOfficer', earlier);
      await road.accept();
    },
  },
  {
    name: 'raised-to-urgent-while-assigning',
    play: async (scene) => {
      const road = await scene.blow({ route });
      await road.accept();
      const raised = { grade: 'G2', level: 'yellow', terms: termsOf('G2') } as const;
      await road.act(messages.regradeUpdate, 'liaisonOfficer', raised);
      await road.until(({ tasks }) => (tasks().length === 2 ? true : undefined));
    },
  },
];
