import { describe, expect, it } from '@jest/globals';
import { CHANNELS_BY_URGENCY, groupOf, NOTICE_GROUPS } from '@hsl/contracts/notice-channels';
import { NOTICE_KINDS } from '@hsl/contracts/notice-kinds';
import { NOTICE_RULES } from '../rules/notice-rules.js';
import { planDeliveries } from './delivery-plan.js';

const NOW = Date.UTC(2026, 10, 23, 1);
const plan = (urgency: 'info' | 'action' | 'alarm', channels?: readonly ('email' | 'sms')[]) =>
  planDeliveries([{ userId: 'u1', kind: 'redCard', urgency, channels }], ['email', 'sms'], {
    now: NOW,
    gatherMs: 120_000,
  });

describe('what goes out beside the inbox', () => {
  it('follows the urgency: news stays inside, an alarm goes everywhere and at once', () => {
    expect(plan('info').map(({ byRule }) => byRule)).toEqual([false, false]);
    expect(plan('action').map(({ channel, byRule, dueAt }) => [channel, byRule, dueAt - NOW])).toEqual([
      ['email', true, 120_000],
      ['sms', false, 120_000],
    ]);
    expect(plan('alarm').map(({ byRule, dueAt }) => [byRule, dueAt - NOW])).toEqual([
      [true, 0],
      [true, 0],
    ]);
  });

  it('follows the rule where it names channels of its own', () => {
    expect(plan('action', ['sms']).map(({ byRule }) => byRule)).toEqual([false, true]);
  });

  it('is nothing by a channel that is not connected', () => {
    expect(
      planDeliveries([{ userId: 'u1', kind: 'redCard', urgency: 'alarm' }], [], { now: NOW, gatherMs: 0 }),
    ).toEqual([]);
  });

  it('has a group of choices for every kind, and every group has a kind', () => {
    expect(new Set(NOTICE_KINDS.map(groupOf))).toEqual(new Set(NOTICE_GROUPS));
  });

  it('never sends by text what is only news', () => {
    for (const rules of Object.values(NOTICE_RULES))
      for (const { urgency, channels = CHANNELS_BY_URGENCY[urgency] } of rules)
        if (urgency === 'info') expect(channels).not.toContain('sms');
  });
});
