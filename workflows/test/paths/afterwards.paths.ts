import type { Grade } from '@hsl/contracts/grades';
import * as messages from '../../src/whistle/whistle.messages.js';
import type { Road } from '../road.js';
import type { Path } from './path.js';
import type { Scene, Watch } from './scene.js';

async function selfResolved(scene: Scene, grade?: Grade): Promise<Road> {
  const road = await scene.checkedIn(grade);
  await scene.bothCame(road);
  await road.act(messages.selfResolveUpdate, 'member', { contentId: 'how' });
  await road.verify('pass');
  await road.revisit('satisfied');
  await scene.ended(road);
  return road;
}

/** The first look-back has come due: after 30 days, an emergency's after 7 (domain 4.3). */
async function lookBackDue(scene: Scene, road: Road, time = '30 days') {
  const watch = await scene.watch(road);
  await scene.pass(time);
  await scene.fact(road, 'lookBackDue');
  return watch;
}

/** Domain 4.5: somebody has it taken up again, and departments get to work on it. */
async function reopened(scene: Scene, road: Road, watch: Watch): Promise<void> {
  const lead = road
    .decisions()
    .at(-1)!
    .after.progress.tasks.find(({ role }) => role === 'lead');
  await watch.reopen();
  await scene.resume(road, lead ? 'COORDINATING' : 'CHECKED_IN');
  if (lead) return scene.rework(road, lead.taskId);
  await road.dispatch('ZX-CGJ');
  await road.until(({ tasks }) => tasks()[0]);
}

/** What comes after the conclusion. */
export const AFTERWARDS: readonly Path[] = [
  {
    name: 'look-back-stable',
    play: async (scene) => {
      const watch = await lookBackDue(scene, await scene.concluded());
      await watch.report(1, 'STABLE');
      await watch.handle.result();
    },
  },
  {
    name: 'look-back-rebound',
    play: async (scene) => {
      const watch = await lookBackDue(scene, await scene.concluded());
      await watch.report(1, 'REBOUND');
      await watch.handle.result();
    },
  },
  {
    name: 'look-back-late',
    play: async (scene) => {
      await scene.watch(await scene.concluded());
      await scene.pass('60 days');
    },
  },
  {
    name: 'reopened',
    play: async (scene) => {
      const road = await scene.concluded();
      await reopened(scene, road, await scene.watch(road));
    },
  },
  {
    name: 'reopened-self-resolved',
    play: async (scene) => {
      const road = await selfResolved(scene);
      await reopened(scene, road, await scene.watch(road));
    },
  },
  {
    name: 'reopened-when-looking-back',
    play: async (scene) => {
      const road = await scene.concluded('G1');
      await reopened(scene, road, await lookBackDue(scene, road, '7 days'));
    },
  },
  {
    name: 'reopened-self-resolved-when-looking-back',
    play: async (scene) => {
      const road = await selfResolved(scene, 'G1');
      await reopened(scene, road, await lookBackDue(scene, road, '7 days'));
    },
  },
];
