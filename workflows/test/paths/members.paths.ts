import { declineUpdate } from '../../src/check-in/check-in.messages.js';
import * as messages from '../../src/whistle/whistle.messages.js';
import { by, until } from '../road.js';
import type { Path } from './path.js';

/** Members asked to check in, and what they do before departments are called. */
export const MEMBERS: readonly Path[] = [
  {
    name: 'silent-members',
    play: async (scene) => {
      const road = await scene.blow();
      await road.accept();
      await scene.pass('20 days');
      await scene.fact(road, 'checkedIn');
      await road.checkIn.result();
    },
  },
  {
    name: 'one-round-of-silence',
    play: async (scene) => {
      const road = await scene.blow();
      await road.accept();
      await until(() => road.checkIns().find(({ fact }) => fact.type === 'requested'));
      await scene.pass('3 days');
      await until(() => road.checkIns().find(({ fact }) => fact.type === 'missed'));
      await road.confirm('M03');
      await scene.fact(road, 'checkedIn');
    },
  },
  {
    name: 'member-declines',
    play: async (scene) => {
      const road = await scene.blow();
      await road.accept();
      await until(() => road.checkIns().find(({ fact }) => fact.type === 'requested'));
      const checkInId = `${road.whistleId}:M01`;
      const refusal = { by: by('member'), checkInId, reasonCode: 'conflictOfInterest' } as const;
      await road.checkIn.executeUpdate(declineUpdate, { args: [refusal] });
      await road.confirm('M02');
      await scene.fact(road, 'checkedIn');
    },
  },
  {
    name: 'dispatched-late',
    play: async (scene) => {
      const road = await scene.checkedIn();
      await road.act(messages.contactUpdate, 'communityWorker', {});
      await scene.pass('16 days');
      await scene.fact(road, 'escalated');
      await road.dispatch('ZX-CGJ');
      await road.until(({ tasks }) => tasks()[0]);
    },
  },
  {
    name: 'deliberated-twice-then-dispatched',
    play: async (scene) => {
      const road = await scene.checkedIn();
      const sessionId = `${road.whistleId}-1`;
      await road.act(messages.deliberateUpdate, 'member', { sessionId });
      await scene.holdSession(sessionId, 'none');
      await scene.holdSession(sessionId, 'consensus');
      await scene.fact(road, 'deliberated');
      await road.dispatch('ZX-CGJ', 'ZX-XFD', 'ZX-GDG');
      await road.until(({ tasks }) => (tasks().length === 3 ? true : undefined));
    },
  },
  {
    name: 'deliberated-and-self-resolved',
    play: async (scene) => {
      const road = await scene.checkedIn();
      const sessionId = `${road.whistleId}-1`;
      await road.act(messages.deliberateUpdate, 'member', { sessionId });
      await scene.holdSession(sessionId, 'consensus');
      await scene.fact(road, 'deliberated');
      await road.act(messages.selfResolveUpdate, 'member', { contentId: 'how' });
    },
  },
  {
    name: 'self-resolved-in-three-attempts',
    play: async (scene) => {
      const road = await scene.checkedIn();
      await road.act(messages.selfResolveUpdate, 'member', { contentId: 'how' });
      await road.verify('fail');
      await road.act(messages.selfResolveUpdate, 'member', { contentId: 'again' });
      await road.verify('pass');
      await road.revisit('dissatisfied', 'no');
      await road.act(messages.selfResolveUpdate, 'member', { contentId: 'once more' });
      await road.verify('pass');
      await road.revisit('satisfied');
      await scene.ended(road);
    },
  },
];
