import type { LastChoice } from '@hsl/contracts/states';
import * as messages from '../../src/whistle/whistle.messages.js';
import type { Road } from '../road.js';
import type { Path } from './path.js';
import type { Scene } from './scene.js';

/** Not content twice, and a session that ended so. */
async function dissatisfiedTwice(scene: Scene, outcome: 'consensus' | 'none'): Promise<Road> {
  const { road, lead } = await scene.revisiting();
  await road.revisit('dissatisfied', 'no');
  await scene.rework(road, lead);
  await road.revisit('dissatisfied', 'no');
  const sessionId = `${road.whistleId}-2`;
  await road.act(messages.conveneDissatisfiedUpdate, 'liaisonOfficer', { sessionId });
  await scene.holdSession(sessionId, outcome);
  await scene.fact(road, 'sessionConcluded');
  return road;
}

const dissatisfiedThrice = (name: string, choice: LastChoice): Path => ({
  name,
  play: async (scene) => {
    const road = await dissatisfiedTwice(scene, 'none');
    await road.revisit('dissatisfied', 'no');
    await road.act(messages.chooseOutcomeUpdate, 'groupLeader', { choice, contentId: 'reasons' });
    await scene.ended(road);
  },
});

/** What was achieved, in the eyes of the community and of the resident. */
export const RESULTS: readonly Path[] = [
  { name: 'standard', play: (scene) => scene.concluded() },
  {
    name: 'failed-verification',
    play: async (scene) => {
      const { road, lead } = await scene.verifying();
      await road.verify('fail');
      await scene.rework(road, lead);
      await road.revisit('basic');
      await scene.ended(road);
    },
  },
  {
    name: 'late-verification',
    play: async (scene) => {
      await scene.verifying();
      await scene.pass('40 days');
    },
  },
  {
    name: 'false-feedback',
    play: async (scene) => {
      const { road, lead } = await scene.revisiting();
      await road.act(messages.flagFalseFeedbackUpdate, 'communityWorker', {});
      await scene.rework(road, lead);
    },
  },
  {
    name: 'resident-unreached',
    play: async (scene) => {
      const { road } = await scene.revisiting();
      const now = await scene.stage.env.currentTimeMs();
      const attempts = [0, 1, 2].map((day) => ({
        ...{ at: now + day * 86_400_000, channel: day === 1 ? 'visit' : 'phone' },
      }));
      await road.act(messages.unreachedUpdate, 'liaisonOfficer', {
        attempts: attempts as messages.UnreachedCommand['attempts'],
      });
      await scene.ended(road);
    },
  },
  {
    name: 'dissatisfied-once',
    play: async (scene) => {
      const { road, lead } = await scene.revisiting();
      await road.revisit('dissatisfied', 'no');
      await scene.rework(road, lead);
      await road.revisit('satisfied');
      await scene.ended(road);
    },
  },
  { name: 'dissatisfied-twice-with-a-plan', play: (scene) => dissatisfiedTwice(scene, 'consensus') },
  dissatisfiedThrice('dissatisfied-thrice-and-explained', 'explainAndClose'),
  dissatisfiedThrice('dissatisfied-thrice-and-referred', 'refer'),
];
