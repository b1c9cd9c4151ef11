import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '@hsl/contracts/event';
import { toIso } from '@hsl/contracts/instants';
import { currentTraceparent } from '@hsl/platform/trace-context';
import { versionAfter, type AnyOutgoingEvent, type Decision } from './decision.js';

/** Events of one decision, at most; with it `sequence` rises per aggregate as version × 100 + index. */
export const MOST_EVENTS = 100;

/**
 * The complete CloudEvents envelopes of a decision, in order.
 * @throws RangeError for more than 100 events in one decision
 */
export function envelopesOf(decision: Decision): CloudEvent[] {
  const { events, source, subdistrictId, at } = decision;
  if (events.length > MOST_EVENTS) throw new RangeError(`${events.length} events in one decision`);
  const version = versionAfter(decision);
  return events.map((event, index) =>
    envelopeOf(event, { source, subdistrictId, at, sequence: version * MOST_EVENTS + index }),
  );
}

/** The envelope of one event; for a service that publishes without recording a decision, with its own sequence. */
export function envelopeOf(
  event: AnyOutgoingEvent,
  context: { source: string; subdistrictId: string; at: number; sequence: number },
): CloudEvent {
  const traceparent = currentTraceparent();
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: `/hsl/${context.source}`,
    type: event.type,
    subject: event.subject,
    time: toIso(context.at),
    datacontenttype: 'application/json',
    subdistrictid: context.subdistrictId,
    sequence: context.sequence,
    ...(traceparent === undefined ? {} : { traceparent }),
    data: event.data,
  };
}
