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
  return groupedBy(told, ({ checkInId }) => checkInId).flatMap(([first]): CaseFact[] => {
    const { checkInId, memberId, dueAt } = first!;
    const came = file.all('checkIn.confirmed.v1').filter(isOf(checkInId));
    const isDismissed = came.length === 0 && file.all('checkIn.dismissed.v1').some(isOf(checkInId));
    const about = { item: checkInId, member: memberId };
    const leftOut = leftOutBy(snapshot);
    return [
      {
        ...{ kind: 'checkIn', ...about, at: dueAt, score: came.some(({ at }) => at <= dueAt) ? 1 : 0 },
        leftOut: leftOut ?? (isDismissed ? 'dismissed' : undefined),
      },
      ...came.slice(0, 1).map(({ at }): CaseFact => ({ kind: 'tookPart', ...about, at, score: 1, leftOut })),
    ];
  });
}
