import * as messages from '../../src/whistle/whistle.messages.js';
import type { Road } from '../road.js';
import type { Path } from './path.js';
import type { Scene } from './scene.js';

type Place = (scene: Scene) => Promise<Road>;

async function deliberating(scene: Scene): Promise<Road> {
  const road = await scene.checkedIn();
  await road.act(messages.deliberateUpdate, 'member', { sessionId: `${road.whistleId}-1` });
  return road;
}

async function assigning(scene: Scene): Promise<Road> {
  const road = await scene.blow();
  await road.accept();
  return road;
}

async function sentBack(scene: Scene): Promise<Road> {
  const road = await scene.blow();
  await road.act(messages.sendBackUpdate, 'liaisonOfficer', { contentId: 'what' });
  return road;
}

const blown: Place = (scene) => scene.blow();
const checkedIn: Place = (scene) => scene.checkedIn();
const coordinating: Place = async (scene) => (await scene.coordinating()).road;

/** Where a matter can be when the community takes it back. */
const WITHDRAWN_FROM: Readonly<Record<string, Place>> = {
  blown: blown,
  'sent-back': sentBack,
  assigning: assigning,
  'checked-in': checkedIn,
  deliberating: deliberating,
  coordinating: coordinating,
  verifying: async (scene) => (await scene.verifying()).road,
  revisiting: async (scene) => (await scene.revisiting()).road,
};

const MERGED_FROM: Readonly<Record<string, Place>> = { blown, assigning, 'checked-in': checkedIn, coordinating };

const withdrawn = ([place, reach]: [string, Place]): Path => ({
  name: `withdrawn-when-${place}`,
  play: async (scene) => {
    const road = await reach(scene);
    await road.act(messages.withdrawUpdate, 'communityHead', { needsApproval: false });
    await scene.ended(road);
  },
});

const merged = ([place, reach]: [string, Place]): Path => ({
  name: `merged-when-${place}`,
  play: async (scene) => {
    const { road: master } = await scene.coordinating();
    const road = await reach(scene);
    await road.act(messages.mergeUpdate, 'liaisonOfficer', { masterId: master.whistleId });
    await scene.fact(master, 'absorbed');
    await scene.ended(road);
  },
});

/** Ends before the work is done. */
export const ENDINGS: readonly Path[] = [
  ...Object.entries(WITHDRAWN_FROM).map(withdrawn),
  ...Object.entries(MERGED_FROM).map(merged),
  {
    name: 'withdrawn-with-approval',
    play: async (scene) => {
      const road = await coordinating(scene);
      await road.act(messages.withdrawUpdate, 'communityHead', { needsApproval: true });
      await road.act(messages.ruleWithdrawUpdate, 'deputyLeader', { isApproved: true });
      await scene.ended(road);
    },
  },
];
