import type { Whistle } from '../api-answers.js';
import type { Story } from './story.js';
import type { Tale } from './tale.js';

/** Its units have it with the acceptance; members come while the pipe is being mended. */
const mended = async (tale: Tale): Promise<void> => {
  await tale.accept({ grade: 'G1' });
  await tale.arrive();
  // Their tasks are made one after the other, and members may be there before the last of them.
  const units = await tale.matter.until('各单位的任务', async ({ waitingFor }) => {
    const tasks = await tale.matter.tasks();
    const named = waitingFor.filter(({ kind }) => kind === 'department').length;
    return named > 0 && tasks.length === named ? tasks : undefined;
  });
  const codesOf = (role: string): string[] =>
    units.filter((one) => one.role === role).map(({ department }) => department.id.slice('YS-'.length));
  await tale.work(codesOf('lead')[0]!, ...codesOf('supporting'));
  await tale.endWell();
};
const HISTORY = ['accepted', 'feedbackSubmitted', 'verified', 'revisited', 'concluded'];

/** A burst pipe: nobody waits for a desk to be taken. */
const burstPipe: Story = {
  name: '夜间爆管',
  community: 2,
  blown: { categoryCode: 'C1', kind: 'emergency', facts: '主管爆裂，车库进水，配电间告急。' },
  play: mended,
  ends: { state: 'CONCLUDED', outcome: 'resolved' },
  history: HISTORY,
};

/** A week later the trouble is back: a new whistle, which names the old one. */
const rebound: Story = {
  name: '反弹',
  community: 4,
  blown: { categoryCode: 'C1', kind: 'emergency', facts: '消防通道被锁，清理后又被占。' },
  async play(tale) {
    await mended(tale);
    await tale.inState('LOOKING_BACK', tale.msOf(7));
    const { id } = tale.matter.blown;
    const found = { result: 'REBOUND', note: '又停满了' };
    await tale.local('worker2').post(`/api/follow-ups/${id}/look-backs/1`, found);
    const { lookBacks = [] } = await tale.inState('ARCHIVED');
    const again = lookBacks.find(({ reboundWhistleId }) => reboundWhistleId)?.reboundWhistleId;
    const next = await tale.as('liaison1').get<Whistle>(`/api/whistles/${again}`);
    if (next.reboundOf !== id) throw new Error('the new whistle does not name the old one');
  },
  ends: { state: 'ARCHIVED', outcome: 'resolved' },
  history: [...HISTORY, 'lookBackDue', 'lookBackReported'],
};

export const URGENT_STORIES: readonly Story[] = [burstPipe, rebound];
