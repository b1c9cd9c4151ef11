import type { CloudEvent } from '@hsl/contracts/event';
import type { EventType } from '@hsl/contracts/events/event-types';
import { SNAPSHOT_EVENTS, TASK_EVENTS } from '@hsl/contracts/events/snapshot-events';

export const RUNG_EVENTS = [
  'step.reminded.v1',
  'card.yellow.v1',
  'card.red.v1',
  'order.issued.v1',
  'interview.due.v1',
  'supervision.escalated.v1',
] as const satisfies readonly EventType[];

/** What a matter is folded from. */
export const MATTER_EVENTS = [...SNAPSHOT_EVENTS, ...TASK_EVENTS, ...RUNG_EVENTS] as const;

export type SnapshotEvent = CloudEvent<(typeof SNAPSHOT_EVENTS)[number]>;
export type TaskEvent = CloudEvent<(typeof TASK_EVENTS)[number]>;
export type RungEvent = CloudEvent<(typeof RUNG_EVENTS)[number]>;

/** Everything that moves a matter. */
export type MatterEvent = SnapshotEvent | TaskEvent | RungEvent;

const isOneOf =
  <T extends MatterEvent>(types: readonly T['type'][]) =>
  (event: MatterEvent): event is T =>
    types.includes(event.type);

export const isSnapshotEvent = isOneOf<SnapshotEvent>(SNAPSHOT_EVENTS);
export const isTaskEvent = isOneOf<TaskEvent>(TASK_EVENTS);
