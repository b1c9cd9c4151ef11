import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { termsFor } from '@hsl/domain/matter-terms';
import type { DeliberationInput } from '@hsl/workflows/deliberation/deliberation.messages';
import { convened, goneOn, hold, ring, rowOf } from '@hsl/workflows/deliberation/deliberation.state';
import { describe, expect, it } from '@jest/globals';
import { resumedOf, type OpenSession } from './lost-sessions.js';

const convenedAt = Date.UTC(2026, 4, 11, 2);
const input = {
  ...{ sessionId: 's', whistleId: 'w', purpose: 'dispatch', memberIds: [], convenedAt, convenedBy: 'zx-m' },
  terms: termsFor({ version: 1, content: DEFAULT_RULE_SET }, 'G3', CHINA_CALENDAR),
} as unknown as DeliberationInput;
const none = { by: { userId: 'zx-m', role: 'member' }, outcome: 'none', contentId: 'minutes' } as const;

const begun = convened(input).next;
const rung = ring(begun, begun.clock, begun.clock.rungs[0]!)!.next;
const second = hold(rung, none, convenedAt + 86_400_000).next;
const rungAgain = ring(second, second.clock, second.clock.rungs[0]!)!.next;

describe('a session whose process is lost', () => {
  it.each([
    ['nothing came after its convening', begun],
    ['it was reminded of', rung],
    ['a second one was to follow', second],
    ['the second one was reminded of', rungAgain],
  ])('goes on from its row exactly where it stood: %s', (_what, status) => {
    const { version, round } = status;
    const row = { version, round, deadlines: rowOf(status).deadlines } as unknown as OpenSession;
    expect(goneOn(input, resumedOf(row)!)).toEqual(status);
  });

  it('is held as it was, and by no clock, where it was held for the last time', () => {
    const held = hold(second, none, convenedAt + 86_400_000).next;
    const { version, round } = held;
    const resumed = { version, round, since: held.clock.startedAt, fired: 0, heldWith: 'none' } as const;
    expect(rowOf(goneOn(input, resumed))).toEqual(rowOf(held));
  });

  it('is left to a person where its row names no clock', () => {
    expect(resumedOf({ version: 1, round: 1, deadlines: [] } as unknown as OpenSession)).toBeUndefined();
  });
});
