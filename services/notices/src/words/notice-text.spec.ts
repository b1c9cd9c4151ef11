import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS } from '@hsl/contracts/notice-kinds';
import { noticeText } from './notice-text.js';

const EVERY_PARAMETER = {
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
        communityId: 'ZX03',
        departmentId: 'ZX-CGJ',
        memberId: 'ZX-M05',
        step: 'verify' as const,
        sequence: 1,
      };
      for (const params of [EVERY_PARAMETER, fewest]) {
        expect(noticeText(kind, 'ZX-2026-000123', params, 'zh-CN')).toMatch(/^[^{}[\]—]*ZX-2026-000123[^{}[\]—]*。$/);
        expect(noticeText(kind, 'ZX-2026-000123', params, 'en')).toMatch(/^[^{}[\]—]*ZX-2026-000123[^{}[\]—]*\.$/);
      }
    },
  );
});
