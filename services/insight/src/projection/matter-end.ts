import type { CloudEvent } from '@hsl/contracts/event';
import type { Outcome } from '@hsl/contracts/states';
import type { MatterEnd } from './matter-file.js';
import type { SnapshotEvent } from './whistle-events.js';

type EndEventType = 'whistle.concluded.v1' | 'whistle.merged.v1' | 'whistle.declined.v1' | 'whistle.withdrawn.v1';

/** Every event that ends a matter, and how it says that it did. */
const OUTCOME_BY: { [T in EndEventType]: (data: CloudEvent<T>['data']) => Outcome | undefined } = {
  'whistle.concluded.v1': ({ outcome }) => outcome,
  'whistle.merged.v1': () => 'merged',
  'whistle.declined.v1': () => 'notAccepted',
  'whistle.withdrawn.v1': ({ lapsed }) => (lapsed ? 'lapsed' : 'withdrawn'),
};

/** The newer of the end that is known and the one that this event may tell. */
export function newestEnd(known: MatterEnd | undefined, { type, data }: SnapshotEvent): MatterEnd | undefined {
  const outcomeBy = (OUTCOME_BY as Partial<Record<string, (data: never) => Outcome | undefined>>)[type];
  const outcome = outcomeBy?.(data as never);
  if (outcome === undefined || (known !== undefined && known.at >= data.at)) return known;
  return { at: data.at, outcome };
}
