import { applyForLedger, approve, carryOver, deliver } from './on-the-ledger.js';
import type { Story } from './story.js';

/** K2: an estate that nobody manages; the vote first, then the contract. */
const noManager: Story = {
  name: 'K2-引入物业',
  community: 4,
  blown: { categoryCode: 'B1', kind: 'hardProblem', level: 'yellow', facts: '西区无主管，垃圾没人清，门岗没人管。' },
  async play(tale) {
    await tale.act(tale.local('head'), 'countersign');
    await tale.accept({ grade: 'G4', level: 'yellow', track: 'longTerm' });
    await tale.arrive();
    await tale.deliberate('consensus');
    await tale.dispatch('ZJJ', 'SQB', 'CGJ');
    const entry = await applyForLedger(tale, 'zjj', ['业主表决', '签订合同']);
    await approve(tale, entry, 'deputyleader1');
    await deliver(tale, entry, 'zjj');
    await tale.endWell();
  },
  ends: { state: 'CONCLUDED', outcome: 'resolved' },
  history: ['countersigned', 'accepted', 'deliberated', 'dispatched', 'ledgered', 'ledgerDelivered', 'concluded'],
};

/** What the year was too short for goes on under new dates. */
const yearEnd: Story = {
  name: '年末续办',
  community: 3,
  blown: { categoryCode: 'B1', kind: 'hardProblem', facts: '地下管网老化，雨天倒灌，要分段改造。' },
  async play(tale) {
    await tale.accept({ grade: 'G4', track: 'longTerm' });
    await tale.arrive();
    await tale.dispatch('ZJJ', 'CGJ');
    const entry = await applyForLedger(tale, 'zjj', ['勘测设计', '一期开挖']);
    await approve(tale, entry, 'deputyleader1');
    await carryOver(tale, entry, 'zjj', ['二期开挖']);
    await deliver(tale, entry, 'zjj');
    await tale.endWell();
  },
  ends: { state: 'CONCLUDED', outcome: 'resolved' },
  history: ['ledgered', 'carriedOver', 'ledgerResumed', 'ledgerDelivered', 'verified', 'concluded'],
};

export const LONG_TERM_STORIES: readonly Story[] = [noManager, yearEnd];
