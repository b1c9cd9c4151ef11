import { describe, expect, it } from '@jest/globals';
import { NoticeRuleTable } from '@hsl/contracts/schemas/notice-rules';
import { CONDITION_WORDS } from '../words/condition-words.js';
import type { NoticeRule } from './notice-rule.js';
import { NOTICE_RULES } from './notice-rules.js';
import { ruleTable } from './rule-table.js';

const all = Object.values(NOTICE_RULES).flat() as readonly NoticeRule[];

describe('the table of notice rules, as it is read', () => {
  const table = ruleTable('zh-CN');
  const linesOf = (event: string) => table.items.filter((line) => line.event === event);

  it('has every rule, and names the events of which nobody is told', () => {
    expect(NoticeRuleTable.parse(table)).toEqual(table);
    expect(table.items).toHaveLength(all.length);
    expect(table.silent).toContain('task.acknowledged.v1');
    expect(table.silent.flatMap(linesOf)).toEqual([]);
  });

  it('says who, when and by which channels: those of the rule, else those of its urgency', () => {
    expect(linesOf('checkIn.requested.v1')).toMatchObject([
      { to: [{ roles: ['member'], of: 'member' }], channels: ['email', 'sms'], byLadder: false },
    ]);
    const [, ofWhoWaits] = linesOf('whistle.accepted.v1');
    expect(ofWhoWaits).toMatchObject({ when: '到时系统受理', urgency: 'info', channels: [] });
  });

  it('leaves the late steps to the ladder, which says who hears of each rung', () => {
    expect(linesOf('card.red.v1')).toMatchObject([{ byLadder: true, to: [], channels: ['email', 'sms'] }]);
    const feedback = table.ladder.find(({ step }) => step === 'feedback');
    expect(feedback?.rungs.find(({ rung }) => rung === 'redCard')?.to).toEqual([
      { roles: ['head'], of: 'department' },
      { roles: ['deputyLeader'], of: 'subdistrict' },
    ]);
  });

  it('has words for every condition, and for none that no rule has', () => {
    const used = all.flatMap(({ when = {} }) =>
      Object.entries(when).map(([field, value]) => `${field}=${String(value)}`),
    );
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(CONDITION_WORDS).toSorted());
  });
});
