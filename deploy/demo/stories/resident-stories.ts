import type { Whistle } from '../api-answers.js';
import { RESIDENT, type Story } from './story.js';
import { blowAs, type Tale } from './tale.js';

const ordinary = async (tale: Tale): Promise<void> => {
  await tale.accept({ grade: 'G3' });
  await tale.arrive();
  await tale.dispatch('CGJ', 'XFD');
  await tale.work('CGJ', 'XFD');
};
const ROAD = ['accepted', 'checkedIn', 'dispatched', 'feedbackSubmitted', 'verified', 'revisited'];

/** Rework, a session that explains, and then the group leader decides. */
const dissatisfied: Story = {
  name: '三次不满意',
  community: 1,
  blown: { categoryCode: 'C1', kind: 'hardProblem', facts: '楼道飞线充电屡禁不止。', reporters: [RESIDENT] },
  async play(tale) {
    await ordinary(tale);
    await tale.pass();
    await tale.revisit('dissatisfied', 'no');
    await tale.task('CGJ', ({ round, state }) => round === 2 && state === 'IN_PROGRESS');
    await tale.feedBack('CGJ', 'head');
    await tale.pass();
    await tale.revisit('dissatisfied', 'no');
    await tale.deliberate('none');
    await tale.revisit('dissatisfied', 'no');
    const choice = { choice: 'explainAndClose', reason: '依法依规已办到位，当面解释' };
    await tale.act(tale.as('groupleader'), 'outcome-choice', choice);
    await tale.inState('CONCLUDED');
  },
  ends: { state: 'CONCLUDED', outcome: 'explained' },
  history: [...ROAD, 'feedbackSubmitted', 'verified', 'revisited', 'sessionConvened', 'revisited', 'outcomeChosen'],
};

/** Two whistles on one thing: five residents, one matter, five answers. */
const merged: Story = {
  name: '并件五人',
  community: 5,
  blown: {
    ...{ categoryCode: 'C1', kind: 'hardProblem', facts: '车棚倒塌，电动车无处停放。' },
    reporters: [RESIDENT, RESIDENT, RESIDENT],
  },
  async play(tale) {
    const { number: masterNumber, id: masterId } = tale.matter.blown;
    await tale.accept({ grade: 'G4' });
    const twin = await blowAs(tale.local('worker'), {
      ...{ categoryCode: 'C1', kind: 'hardProblem', communityId: tale.communityId, place: '车棚北侧' },
      ...{ facts: '车棚塌了，停车没有地方。', reporters: [RESIDENT, RESIDENT] },
    });
    const merge = { masterId, reason: `与 ${masterNumber} 同一件` };
    await tale.as('liaison1').post(`/api/whistles/${twin.id}/merge`, merge);
    const { state } = await tale.as('liaison1').get<Whistle>(`/api/whistles/${twin.id}`);
    if (state !== 'MERGED') throw new Error(`the twin is ${state}`);
    await tale.arrive();
    await tale.dispatch('CGJ', 'XFD');
    await tale.work('CGJ', 'XFD');
    await tale.endWell();
  },
  ends: { state: 'CONCLUDED', outcome: 'resolved' },
  history: ['absorbed', 'dispatched', 'feedbackSubmitted', 'verified', 'concluded'],
};

/** The resident settled it; the head withdraws, with the resident's word. */
const withdrawn: Story = {
  name: '撤回',
  community: 3,
  blown: { categoryCode: 'C1', kind: 'hardProblem', facts: '邻居堆物占道。', reporters: [RESIDENT] },
  async play(tale) {
    await tale.accept({ grade: 'G3' });
    const consent = { channel: 'phone', note: '居民来电说已协商好' };
    await tale.act(tale.local('head'), 'withdrawal', { reason: '当事人已自行协商', consent });
    await tale.inState('WITHDRAWN');
  },
  ends: { state: 'WITHDRAWN', outcome: 'withdrawn' },
  history: ['accepted', 'withdrawn'],
};

export const RESIDENT_STORIES: readonly Story[] = [dissatisfied, merged, withdrawn];
