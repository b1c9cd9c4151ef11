import { applyForLedger, approve, deliver } from './on-the-ledger.js';
import type { Story } from './story.js';

const SUPPORTING = ['SFJ', 'XFJ', 'BDC', 'SWJ', 'CZJ', 'XFD', 'CGJ', 'GAJ', 'SQB'];
const duty = (toDepartmentId: string) => ({
  ...{ reasonCode: 'notOurDuty', toDepartmentId, legalBasis: '三定方案和职责清单' },
});
const MILESTONES = ['土地手续补齐', '维修资金补缴', '资料汇总报件', '首批发证'];

/** K1: two units send it to each other; the ruling stands, and four milestones later the certificates are there. */
const certificates: Story = {
  name: 'K1-不动产证',
  community: 2,
  blown: {
    ...{ categoryCode: 'E1', kind: 'hardProblem', level: 'red' },
    facts: '五百余户入住五年没有不动产证，土地、资金、资料都卡着。',
  },
  async play(tale) {
    const liaison = tale.as('liaison1');
    await tale.act(tale.local('head'), 'countersign');
    await tale.accept({ grade: 'G4', level: 'red', track: 'longTerm' });
    await tale.arrive();
    await tale.deliberate('consensus');
    await tale.dispatch('ZJJ', ...SUPPORTING);
    await tale.onTask(tale.as('handler-zjj'), 'ZJJ', 'return-request', duty('YS-ZRJ'));
    await tale.onTask(liaison, 'ZJJ', 'return-ruling', { accept: true, reason: '先由自规局牵头' });
    await tale.onTask(tale.as('handler-zrj'), 'ZRJ', 'return-request', duty('YS-ZJJ'));
    await tale.onTask(liaison, 'ZRJ', 'site-meeting', { findings: '缺土地核验和消防验收', attended: ['自规', '住建'] });
    const ruling = { toDepartmentId: 'YS-ZRJ', reason: '土地手续在先' };
    await tale.onTask(tale.as('deputyleader1'), 'ZRJ', 'dispute-ruling', ruling);
    await tale.onTask(tale.as('head-zrj'), 'ZRJ', 'appeal', { reason: '历史遗留由住建牵头' });
    await tale.onTask(tale.as('groupleader'), 'ZRJ', 'appeal-ruling', ruling);
    await tale.task('ZRJ', ({ state }) => state === 'DISPATCHED' || state === 'ACKNOWLEDGED');
    const entry = await applyForLedger(tale, 'zrj', MILESTONES);
    await approve(tale, entry, 'groupleader');
    await deliver(tale, entry, 'zrj');
    await tale.endWell();
    if (!tale.isLong) return;
    await tale.inState('LOOKING_BACK', tale.msOf(30));
    const stable = { result: 'STABLE', note: '证已发到户', evidence: [{ kind: 'after', note: '领证登记' }] };
    await tale.local('worker2').post(`/api/follow-ups/${tale.matter.blown.id}/look-backs/1`, stable);
  },
  ends: { state: 'CONCLUDED', long: 'LOOKING_BACK', outcome: 'resolved' },
  history: [
    ...['countersigned', 'accepted', 'checkedIn', 'deliberating', 'deliberated', 'dispatched'],
    ...['ledgerApplied', 'ledgered', 'ledgerDelivered', 'verified', 'revisited', 'concluded'],
  ],
};

/** A return that is refused keeps the deadline it had; the unit does its work. */
const returnRefused: Story = {
  name: '退单未准',
  community: 1,
  blown: { categoryCode: 'C1', kind: 'hardProblem', facts: '门前步道被违规停放占满。' },
  async play(tale) {
    await tale.accept({ grade: 'G3' });
    await tale.arrive();
    await tale.dispatch('CGJ', 'XFD');
    const before = await tale.task('CGJ');
    await tale.onTask(tale.as('handler-cgj'), 'CGJ', 'return-request', duty('YS-JJD'));
    await tale.onTask(tale.as('liaison1'), 'CGJ', 'return-ruling', { accept: false, reason: '步道停放属城管' });
    const { feedbackDueAt } = await tale.task('CGJ', ({ state }) => state !== 'RETURN_REQUESTED');
    if (feedbackDueAt !== before.feedbackDueAt) throw new Error('a refused return moved the deadline');
    await tale.work('CGJ', 'XFD');
    await tale.endWell();
  },
  ends: { state: 'CONCLUDED', outcome: 'resolved' },
  history: ['accepted', 'checkedIn', 'dispatched', 'feedbackSubmitted', 'verified', 'revisited', 'concluded'],
};

export const DEPARTMENT_STORIES: readonly Story[] = [certificates, returnRefused];
