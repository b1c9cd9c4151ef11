import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '@hsl/contracts/event';
import type { EventDataByType, EventType } from '@hsl/contracts/events/event-types';
import { checkInFact, eventOf, rungFired, taskFact, whistleSnapshot } from '@hsl/testing/facts';

/** Monday 2026-11-23 09:00 in Asia/Shanghai. */
export const MONDAY = Date.UTC(2026, 10, 23, 1);
export const HOUR = 3_600_000;

/** One matter told event by event; each is a version later than the one before. */
export class Told {
  readonly events: CloudEvent[] = [];
  readonly whistleId = randomUUID();
  private version = 0;

  whistle<T extends EventType>(type: T, data: object = {}): this {
    return this.add(type, whistleSnapshot({ whistleId: this.whistleId, version: this.version + 1 }), data);
  }

  task<T extends EventType>(type: T, data: object = {}): this {
    return this.add(type, taskFact({ whistleId: this.whistleId, version: this.version + 1 }), data);
  }

  checkIn<T extends EventType>(type: T, data: object = {}): this {
    return this.add(type, checkInFact({ whistleId: this.whistleId }), data);
  }

  rung<T extends EventType>(type: T, data: object = {}): this {
    return this.add(type, rungFired({ whistleId: this.whistleId, taskId: taskFact().taskId }), data);
  }

  add(type: EventType, base: object, data: object = {}): this {
    this.version += 1;
    const told = { whistleId: this.whistleId, ...base, ...data } as EventDataByType[EventType];
    this.events.push(eventOf(type, told as never, { sequence: this.version * 100 }));
    return this;
  }
}

export const told = (): Told => new Told();
/** A matter blown and accepted an hour later. */
export const accepted = (data: object = {}): Told =>
  told()
    .whistle('whistle.blown.v1', data)
    .whistle('whistle.accepted.v1', { state: 'ASSIGNING', auto: false, at: MONDAY + HOUR, ...data });
export const all = (...matters: readonly Told[]): CloudEvent[] => matters.flatMap(({ events }) => events);
