import type { CloudEvent } from '@hsl/contracts/event';
import type { EventDataByType } from '@hsl/contracts/events/event-types';
import { nameUuid } from '@hsl/platform/name-uuid';
import { SNAPSHOT_EVENTS, TASK_EVENTS } from '@hsl/contracts/events/snapshot-events';

/** Every event that a figure rests on. */
export const FACT_EVENTS = [
  ...SNAPSHOT_EVENTS,
  ...TASK_EVENTS,
  'task.rated.v1',
  'card.yellow.v1',
  'card.red.v1',
  'order.issued.v1',
  'checkIn.requested.v1',
  'checkIn.confirmed.v1',
  'checkIn.declined.v1',
  'checkIn.missed.v1',
  'checkIn.substituted.v1',
  'checkIn.dismissed.v1',
  'ledger.milestoneDone.v1',
  'ledger.milestoneSlipped.v1',
  'session.held.v1',
  'session.thematicHeld.v1',
  'session.linked.v1',
  'coverage.breached.v1',
  'coverage.cured.v1',
  'register.recorded.v1',
  'register.changed.v1',
  'proposal.changed.v1',
] as const;
export type FactEventType = (typeof FACT_EVENTS)[number];
export type FactEvent = CloudEvent<FactEventType>;

/** What is kept of an event. */
export interface Moment<T extends FactEventType = FactEventType> {
  type: T;
  sequence: number;
  data: EventDataByType[T];
}

/** Registers whose entries are counted; of the others nothing is kept. */
const COUNTED_REGISTERS: readonly string[] = ['suggestion'];

export const isCounted = ({ data }: FactEvent): boolean =>
  !('register' in data) || COUNTED_REGISTERS.includes(data.register);

/** The whistle, proposal, session or entry that an event belongs to, or the community whose cover it tells of. */
export function caseIdOf({ subdistrictid, data }: FactEvent): string {
  if ('whistleId' in data && data.whistleId !== undefined) return data.whistleId;
  if ('proposalId' in data) return data.proposalId;
  if ('entryId' in data) return data.entryId;
  return 'sessionId' in data ? data.sessionId : nameUuid('coverage', subdistrictid, data.communityId);
}

/** All that is known of one case; whatever the order in which it became known, it is read in the order it happened. */
export class CaseFile {
  private readonly moments: readonly Moment[];

  constructor(moments: readonly Moment[]) {
    this.moments = moments.toSorted((a, b) => a.data.at - b.data.at || a.sequence - b.sequence);
  }

  /** What events of these types said, in the order in which they happened. */
  all<T extends FactEventType>(...types: readonly T[]): EventDataByType[T][] {
    return this.moments
      .filter((moment): moment is Moment<T> => (types as readonly FactEventType[]).includes(moment.type))
      .map(({ data }) => data);
  }

  first<T extends FactEventType>(...types: readonly T[]): EventDataByType[T] | undefined {
    return this.all(...types)[0];
  }
}

/** What was said of each, in the order in which they were first spoken of. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
