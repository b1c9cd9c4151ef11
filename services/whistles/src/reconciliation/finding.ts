import type { Finding } from '@hsl/contracts/reconciliation';
import { isWhistleOpen, type WhistleState } from '@hsl/contracts/states';
import type { Asked, Standing } from '@hsl/temporal/running-processes';
import { isSameStanding } from '../matter/row-match.js';

/**
 * The difference between a row and its workflow (domain 4.6), or undefined where there is none. A matter that was
 * declined still runs while its objection is open: an ended row is a finding only if the workflow says otherwise.
 * @param hasEntry false for a matter on the ledger none of whose entries waits or runs
 */
export function findingOf(
  row: Standing & { id: string },
  asked: Asked,
  { hasEntry = true }: { hasEntry?: boolean } = {},
): Finding | undefined {
  const isOpen = isWhistleOpen(row.state as WhistleState);
  const found = { whistleId: row.id, isRepaired: false, row: { state: row.state, version: row.version } };
  if (asked.status === 'unknown') return isOpen ? { ...found, kind: 'neverStarted' } : undefined;
  // What happens to a matter after its end is its follow-up's business.
  if (!isOpen && asked.status !== 'running') return undefined;
  const { view } = asked;
  if (!view) return { ...found, kind: 'unanswered' };
  const workflow = { state: view.state, version: view.version };
  if (!isSameStanding(view, row)) return { ...found, kind: isOpen ? 'differs' : 'endedButRuns', workflow };
  if (asked.status !== 'running') return { ...found, kind: 'closed', workflow };
  return hasEntry ? undefined : { ...found, kind: 'entryEnded', workflow };
}

/**
 * Whether starting the workflow again loses nothing: it had decided nothing, or the follow-up has reopened the matter.
 * One that is missing in mid-road had tasks and check-ins of its own; only a person can say what became of them.
 */
export function maySimplyStart(row: Standing & { reopenedAt: Date | null }, { kind }: Finding, asked: Asked): boolean {
  if (kind !== 'neverStarted' && kind !== 'closed') return false;
  if (row.reopenedAt) return true;
  return row.state === 'BLOWN' && row.version === 1 && asked.status !== 'completed';
}
