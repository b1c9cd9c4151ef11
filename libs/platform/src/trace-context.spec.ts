import { describe, expect, it } from '@jest/globals';
import { currentTraceparent, runInTrace, traceContextOf } from './trace-context.js';

const GOOD = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('the trace of a request', () => {
  it('is what the caller sent, if it is well formed', () => {
    expect(traceContextOf({ traceparent: GOOD, 'x-request-id': 'abc-1' })).toEqual({
      traceparent: GOOD,
      requestId: 'abc-1',
    });
  });

  it.each([
    ['zeros', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
    ['another version of the format', GOOD.replace('00-', 'ff-')],
    ['several headers', [GOOD, GOOD]],
    ['nothing', undefined],
  ])('is made anew for %s', (_what, traceparent) => {
    const made = traceContextOf({ traceparent }).traceparent;
    expect(made).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(made).not.toBe(traceparent);
  });

  it('an id that could forge a log line is replaced', () => {
    expect(traceContextOf({ 'x-request-id': 'a\nb' }).requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is known to whatever runs inside', async () => {
    const seen = runInTrace({ requestId: 'r', traceparent: GOOD }, async () => {
      await Promise.resolve();
      return currentTraceparent();
    });
    expect(await seen).toBe(GOOD);
    expect(currentTraceparent()).toBeUndefined();
  });
});
