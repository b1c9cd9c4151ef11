import type { LedgerEntry } from '@hsl/contracts/schemas/ledger';
import type { Items } from '../api-answers.js';
import { PARTS } from '../people.js';
import type { Tale } from './tale.js';

/** Less than the sixty days that may lie between two milestones. */
const DAYS_BETWEEN = 45;

const dated = (tale: Tale, titles: readonly string[]) =>
  titles.map((title, index) => ({ title, dueAt: tale.inDays(DAYS_BETWEEN * (index + 1)) }));

/** The lead's head applies, with blockers, timetable and brief. */
export async function applyForLedger(tale: Tale, lead: string, titles: readonly string[]): Promise<LedgerEntry> {
  await tale.act(tale.as(`head-${lead}`), 'ledger-application', {
    reason: '一时办不了，要分步推进',
    blockers: [{ type: 'documents', note: '资料不全' }],
    milestones: dated(tale, titles),
    taskBrief: { goal: '彻底解决', measures: '按节点推进' },
  });
  const path = `/api/ledger?whistleId=${tale.matter.blown.id}`;
  return tale.matter.until('挂账申请', async () => (await tale.as('liaison1').get<Items<LedgerEntry>>(path)).items[0]);
}

/** The member's opinion first; who approves follows from the length. */
export async function approve(tale: Tale, { id }: LedgerEntry, leader: string): Promise<void> {
  const { memberIds } = await tale.matter.look();
  const member = tale.people.as(PARTS.member(memberIds[0]!));
  await member.post(`/api/ledger/${id}/opinion`, { opinion: '同意挂账，按节点督办。', supports: true });
  await tale.as(leader).post(`/api/ledger/${id}/ruling`, { approve: true, reason: '理由充分，节点明确' });
  await tale.inState('LEDGERED');
}

/** Every milestone that is still open is reported, in order. */
export async function deliver(tale: Tale, { id }: LedgerEntry, lead: string): Promise<void> {
  const { milestones } = await tale.as('liaison1').get<LedgerEntry>(`/api/ledger/${id}`);
  for (const milestone of milestones.filter(({ state }) => state === 'PENDING' || state === 'SLIPPED')) {
    const body = { result: '本节点完成', evidence: [{ kind: 'after', note: '办结材料' }] };
    await tale.as(`head-${lead}`).post(`/api/ledger/${id}/milestones/${milestone.id}`, body);
  }
}

/** At the year's end: what is left goes on under new dates, and the residents are told. */
export async function carryOver(tale: Tale, { id }: LedgerEntry, lead: string, titles: string[]): Promise<void> {
  await tale.as(`head-${lead}`).post(`/api/ledger/${id}/carry-over`, { reason: '年内办不完' });
  const body = { approve: true, milestones: dated(tale, titles), reply: '转入下一年度继续办理。' };
  await tale.as('groupleader').post(`/api/ledger/${id}/carry-over/ruling`, body);
  await tale.inState('LEDGERED');
}
