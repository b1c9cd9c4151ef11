import type { Legality } from '@hsl/access/access.service';
import type { Locale } from '@hsl/platform/locale';
import type { LedgerRow } from './ledger.repository.js';

/** Up to so many natural days a deputy leader approves, beyond it the group leader (domain 4.5). */
export const SHORT_DAYS = 90;

/** Who approves follows from the length. */
export const approvalOf = ({ days }: Pick<LedgerRow, 'days'>): string =>
  days <= SHORT_DAYS ? 'ledger.approveShort' : 'ledger.approveLong';

/** What people may do to an entry, as far as its row tells whether the moment is right; the workflow has the last word. */
export function ledgerLegality(row: LedgerRow, locale: Locale = 'zh-CN'): Legality {
  const { state, opinionId, proposedBy, milestones } = row;
  const isRunning = state === 'RUNNING';
  const legal = (is: boolean) => ({ legal: is });
  const until = milestones.find((one) => one.state === 'PENDING' || one.state === 'SLIPPED')?.dueAt.getTime();
  return {
    'ledger.attachOpinion': legal(state === 'APPLIED' && opinionId === null),
    [approvalOf(row)]: state === 'APPLIED' && opinionId === null ? noOpinion(locale) : legal(state === 'APPLIED'),
    'milestone.report': { legal: isRunning && until !== undefined, until },
    'carryOver.propose': legal(isRunning && proposedBy === null),
    'carryOver.approve': legal(isRunning && proposedBy !== null),
    'ledger.review': legal(isRunning),
  };
}

const noOpinion = (locale: Locale) => ({
  legal: false,
  reason: locale === 'en' ? 'A member gives an opinion first.' : '要先有委员的意见。',
});
