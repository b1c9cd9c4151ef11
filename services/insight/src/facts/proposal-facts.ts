import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { CaseFact } from './fact.js';
import { type CaseFile } from './moment.js';

/** States in which the lead department owes the reply. */
const OWING: readonly string[] = ['ASSIGNED', 'MET', 'RETURN_REQUESTED'];
const CLASSES = ['A', 'B', 'C', 'D'] as const;
const CONTENT: readonly string[] = ['satisfied', 'basic'];

/** What a proposal gives figures to count (I9–I12). */
export function proposalFacts(file: CaseFile): CaseFact[] {
  const changes = file.all('proposal.changed.v1').toSorted((a, b) => a.version - b.version);
  const last = changes.at(-1);
  if (!last) return [];
  const reply = changes.find(({ change }) => change === 'replied');
  const before = changes.filter((one) => one.version < (reply?.version ?? Infinity));
  const dueAt = before.findLast(
    ({ state, dueAt: due, change }) => OWING.includes(state) && due && change !== 'rung',
  )?.dueAt;
  const leftOut = last.state === 'WITHDRAWN' ? ({ leftOut: 'WITHDRAWN' } as const) : {};
  const about = { department: last.leadDepartmentId ?? '', ...leftOut };
  const replied = (kind: CaseFact['kind'], isSo: boolean): CaseFact => ({
    ...{ kind, at: reply!.at, score: isSo ? 1 : 0, ...about },
  });
  return [
    ...(dueAt === undefined
      ? []
      : [{ kind: 'reply', at: dueAt, score: reply && reply.at <= dueAt ? 1 : 0, ...about } as const]),
    ...(reply
      ? [
          replied(
            'meeting',
            before.some(({ change }) => change === 'meetingRecorded' || change === 'met'),
          ),
          ...CLASSES.map((letter) => replied(`class${letter}`, reply.replyClass === letter)),
        ]
      : []),
    ...promiseFacts(changes, about),
    ...ratingFacts(
      changes.findLast(({ change }) => change === 'rated'),
      about,
    ),
  ];
}

type Change = EventDataByType['proposal.changed.v1'];

/** The day of a promise is known once nothing but the promise is owed; one that is settled before was kept in time. */
function promiseFacts(changes: readonly Change[], about: Partial<CaseFact>): CaseFact[] {
  const promised = changes.find(({ change, replyClass }) => change === 'replied' && replyClass === 'B');
  if (!promised) return [];
  const dueAt = changes.find(({ state, dueAt: due }) => state === 'CARRIED_OVER' && due !== undefined)?.dueAt;
  const settled = changes.find(({ change, replyClass }) => change === 'supplemented' && replyClass !== 'B');
  const at = dueAt ?? settled?.at;
  if (at === undefined) return [];
  const isKept = settled?.replyClass === 'A' && settled.at <= at;
  return [{ kind: 'promise', at, score: isKept ? 1 : 0, ...about }];
}

function ratingFacts(rated: { rating?: string; at: number } | undefined, about: Partial<CaseFact>): CaseFact[] {
  if (rated?.rating === undefined) return [];
  const { rating, at } = rated;
  const isReturned = rating !== 'unreturned';
  return [
    { kind: 'proposalForm', at, score: isReturned ? 1 : 0, ...about },
    ...(isReturned ? [{ kind: 'proposalRating', at, score: CONTENT.includes(rating) ? 1 : 0, ...about } as const] : []),
  ];
}
