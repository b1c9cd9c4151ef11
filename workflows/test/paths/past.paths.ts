import type { PastMatter } from '@hsl/contracts/past-matter';
import type { PastProposal } from '@hsl/contracts/past-proposal';
import type { PastSession } from '@hsl/contracts/past-session';
import { until } from '../road.js';
import type { Path } from './path.js';
import type { Scene } from './scene.js';

const DAY_MS = 86_400_000;
/** Monday 2021-03-01 09:00 in Asia/Shanghai. */
const FROM = Date.UTC(2021, 2, 1, 1);
const day = (number: number): number => FROM + number * DAY_MS;

/** One run takes the record over from its beginning to its end. */
const takenOver = (
  name: string,
  type: string,
  queue: 'whistles' | 'topics',
  input: (scene: Scene) => unknown,
): Path => ({
  name,
  play: async (scene) => {
    const handle = await scene.start(type, `past/${scene.steadyId('past')}`, queue, input(scene));
    await until(async () => ((await handle.describe()).status.name === 'COMPLETED' ? true : undefined));
  },
});

function matter(scene: Scene): PastMatter {
  const whistleId = scene.steadyId('past-whistle');
  scene.stage.records.available.set(whistleId, ['M01', 'M02']);
  scene.stage.records.past.add(whistleId);
  return {
    ...{ whistleId, subdistrictId: 'zx', communityId: 'ZX01', categoryCode: 'C1' },
    ...{ grade: 'G3', tier: 'neighbourhood', track: 'immediate', satisfaction: 'satisfied' },
    departmentIds: ['ZX-CGJ', 'ZX-XFD'],
    people: { worker: 'worker', liaisonOfficer: 'liaison', observer: 'observer', handlers: ['one', 'other'] },
    at: {
      ...{ blown: day(0), accepted: day(0) + 1, checkedIn: day(1), dispatched: day(2), acknowledged: day(3) },
      ...{ fedBack: day(5), verified: day(6), revisited: day(7) },
    },
  };
}

const proposal = (scene: Scene): PastProposal => ({
  ...{ proposalId: scene.steadyId('past-proposal'), subdistrictId: 'zx', leadDepartmentId: 'ZX-CGJ' },
  people: { author: 'author', deputyLeader: 'deputy', liaisonOfficer: 'liaison', head: 'head' },
  at: { submitted: day(0), assigned: day(2), met: day(10), replied: day(20), rated: day(22) },
});

const session = (scene: Scene): PastSession => ({
  ...{ sessionId: scene.steadyId('past-session'), subdistrictId: 'zx', topicId: 'T1', communityId: 'ZX01' },
  ...{ convenedBy: 'liaison', heads: 12, at: { convened: day(0), starts: day(3), ends: day(3) + 1 } },
});

/** Records of before that are taken over (domain 6). */
export const PAST: readonly Path[] = [
  takenOver('past-matter', 'pastMatterWorkflow', 'whistles', matter),
  takenOver('past-proposal', 'pastProposalWorkflow', 'topics', proposal),
  takenOver('past-session', 'pastSessionWorkflow', 'topics', session),
];
