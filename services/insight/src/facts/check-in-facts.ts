import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import type { CaseFact } from './fact.js';
import { groupedBy, type CaseFile } from './moment.js';
import { leftOutBy } from './whistle-facts.js';

/** I3: each member asked, whatever they answered; that somebody stood in is a miss of whoever was asked. */
export function checkInFacts(file: CaseFile, snapshot: WhistleSnapshot): CaseFact[] {
  const told = file.all(
    'checkIn.requested.v1',
    'checkIn.confirmed.v1',
    'checkIn.declined.v1',
    'checkIn.missed.v1',
    'checkIn.substituted.v1',
    'checkIn.dismissed.v1',
  );
  const isOf = (id: string) => (one: { checkInId: string }) => one.checkInId === id;
  return groupedBy(told, ({ checkInId }) => checkInId).map(([first]): CaseFact => {
    const { checkInId, memberId, dueAt } = first!;
    const came = file.all('checkIn.confirmed.v1').filter(isOf(checkInId));
    const isDismissed = came.length === 0 && file.all('checkIn.dismissed.v1').some(isOf(checkInId));
    return {
      ...{ kind: 'checkIn', item: checkInId, at: dueAt, member: memberId },
      score: came.some(({ at }) => at <= dueAt) ? 1 : 0,
      leftOut: leftOutBy(snapshot) ?? (isDismissed ? 'dismissed' : undefined),
    };
  });
}
