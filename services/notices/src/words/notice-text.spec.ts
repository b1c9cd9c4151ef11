import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS, type NoticeKind } from '@hsl/contracts/notice-kinds';
import { MEMBER_NOTICE_WORDS } from './member-notice-words.js';
import { noticeText } from './notice-text.js';
import { PROPOSAL_NOTICE_WORDS } from './proposal-notice-words.js';
import { SUBMISSION_NOTICE_WORDS } from './submission-notice-words.js';
import { TOPIC_NOTICE_WORDS } from './topic-notice-words.js';

/** About the rules, the calendar, a theme, a topic or a submission, not about one whistle. */
const OF_NO_WHISTLE: readonly NoticeKind[] = [
  ...NOTICE_KINDS.filter(
    (kind) =>
      kind in { ...PROPOSAL_NOTICE_WORDS, ...SUBMISSION_NOTICE_WORDS, ...TOPIC_NOTICE_WORDS, ...MEMBER_NOTICE_WORDS },
  ),
  ...(['ruleSetToRule', 'ruleSetRejected', 'ruleSetChanged', 'calendarLoaded', 'calendarMissing'] as const),
  ...(['themeToRule', 'themeApproved', 'themeRefused'] as const),
];
const RULES = { ruleSetVersion: 2, effectiveFrom: Date.UTC(2026, 10, 30, 10), year: 2027 };

const EVERY_PARAMETER = {
  ...RULES,
  categoryCode: 'C1',
  communityId: 'ZX03',
  departmentId: 'ZX-CGJ',
  memberId: 'ZX-M05',
  step: 'acknowledge' as const,
  sequence: 1,
  dueAt: Date.UTC(2026, 10, 30, 10),
  acknowledgeDueAt: Date.UTC(2026, 10, 24, 10),
};

describe('the words of a notice', () => {
  it('names number, place and both deadlines in Asia/Shanghai', () => {
    expect(noticeText('taskDispatched', 'ZX-2026-000123', EVERY_PARAMETER, 'zh-CN')).toBe(
      '哨件 ZX-2026-000123（ZX03）派给了 ZX-CGJ，请在 11月24日 18:00 前签收，11月30日 18:00 前反馈。',
    );
  });

  it('speaks English to whom asks for it', () => {
    expect(noticeText('redCard', 'ZX-2026-000123', EVERY_PARAMETER, 'en')).toBe(
      'Red card: the acknowledgement of whistle ZX-2026-000123 is late (ZX-CGJ); it was due 30 Nov, 18:00.',
    );
  });

  it('leaves out what is not known instead of naming a hole', () => {
    expect(noticeText('redCard', 'ZX-2026-000123', { step: 'accept' }, 'zh-CN')).toBe(
      '红牌：哨件 ZX-2026-000123 的受理已超时。',
    );
  });

  it.each(NOTICE_KINDS)(
    '%s is a whole sentence in both languages, with every parameter and with as few as there may be',
    (kind) => {
      const fewest = {
        ...RULES,
        categoryCode: 'C1',
        communityId: 'ZX03',
        departmentId: 'ZX-CGJ',
        memberId: 'ZX-M05',
        step: 'verify' as const,
        sequence: 1,
      };
      const number = OF_NO_WHISTLE.includes(kind) ? undefined : 'ZX-2026-000123';
      for (const params of [EVERY_PARAMETER, fewest]) {
        const [chinese, english] = (['zh-CN', 'en'] as const).map((locale) => noticeText(kind, number, params, locale));
        expect(chinese).toMatch(/^[^{}[\]—]+。$/);
        expect(english).toMatch(/^[^{}[\]—]+\.$/);
        if (number) expect([chinese, english].every((text) => text!.includes(number))).toBe(true);
      }
    },
  );
});
