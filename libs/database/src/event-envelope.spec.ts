import { describe, expect, it } from '@jest/globals';
import { runInTrace } from '@hsl/platform/trace-context';
import type { AnyOutgoingEvent, Decision } from './decision.js';
import { envelopesOf } from './event-envelope.js';

const event: AnyOutgoingEvent = {
  type: 'topic.proposed.v1',
  subject: 't-1',
  data: { topicId: 't-1', categoryCode: 'A1', communityIds: ['ZX01'], at: 0 },
};
const decision = (events: AnyOutgoingEvent[], version: number): Decision => ({
  table: 'topic',
  id: 't-1',
  subdistrictId: 'zx',
  expectedVersion: version,
  patch: {},
  decisionId: 'd',
  at: Date.UTC(2026, 2, 1),
  timeline: [],
  events,
  source: 'topics',
});

describe('the envelopes of a decision', () => {
  it('are complete CloudEvents', () => {
    const [envelope] = envelopesOf(decision([event], 0));
    expect(envelope).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      source: '/hsl/topics',
      type: 'topic.proposed.v1',
      subject: 't-1',
      time: '2026-03-01T00:00:00.000Z',
      datacontenttype: 'application/json',
      subdistrictid: 'zx',
      sequence: 100,
      data: event.data,
    });
  });

  it('rise in sequence within a decision and from one to the next', () => {
    const sequences = [0, 1, 2].flatMap((version) =>
      envelopesOf(decision([event, event], version)).map((e) => e.sequence),
    );
    expect(sequences).toEqual([100, 101, 200, 201, 300, 301]);
  });

  it('carry the trace of the request that decided', () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const [envelope] = runInTrace({ requestId: 'r', traceparent }, () => envelopesOf(decision([event], 0)));
    expect(envelope?.traceparent).toBe(traceparent);
  });

  it('are refused when a decision has more than a hundred', () => {
    expect(() =>
      envelopesOf(
        decision(
          Array.from({ length: 101 }, () => event),
          0,
        ),
      ),
    ).toThrow(RangeError);
  });
});
