import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS, type NoticeKind } from '@hsl/contracts/notice-kinds';
import { mailText } from './mail-text.js';
import { SMS_LENGTH, smsText } from './sms-text.js';

const BRAND = { zh: '有事好商量', en: 'Haoshangliang' };
const PORTAL = 'https://hsl.example.cn';
const DUE = Date.UTC(2026, 9, 12, 10);
const params = { step: 'feedback' as const, communityId: 'ZX03', departmentId: 'ZX-CGJ', dueAt: DUE };
const names = new Map([
  ['ZX03', '汇丰社区'],
  ['ZX-CGJ', '城管局'],
]);
const about = (kind: NoticeKind, whistleNumber: string | null = 'ZX-2021-000098') => ({ kind, whistleNumber, params });
const text = (kinds: readonly NoticeKind[], locale: 'zh-CN' | 'en' = 'zh-CN', portal = PORTAL): string =>
  smsText({ notices: kinds.map((kind) => about(kind)), locale }, BRAND, portal);

describe('a text to a phone', () => {
  it('names number and step, signature and link', () => {
    expect(text(['redCard'])).toBe('【有事好商量】ZX-2021-000098的反馈已到期，发红牌。 https://hsl.example.cn/inbox');
  });

  it('counts when there are several', () => {
    expect(text(['redCard', 'yellowCard'])).toBe('【有事好商量】您有2条消息请看。 https://hsl.example.cn/inbox');
  });

  it.each(NOTICE_KINDS)('of %s fits into one and tells nothing of the matter, in both languages', (kind) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const sent = text([kind], locale);
      expect(sent.length).toBeLessThanOrEqual(SMS_LENGTH);
      expect(sent).toMatch(/^【[^】]+】.*https:\/\/hsl\.example\.cn\/inbox$/);
      expect(sent).not.toMatch(/[{}]|ZX03|ZX-CGJ/);
    }
  });

  it('says less where the address is long, and leaves it out where nothing fits', () => {
    expect(text(['interviewDue'], 'zh-CN', `https://${'a'.repeat(30)}.cn`)).toBe(
      `【有事好商量】您有1条消息请看。 https://${'a'.repeat(30)}.cn/inbox`,
    );
    expect(text(['redCard'], 'zh-CN', `https://${'a'.repeat(90)}.cn`)).toBe('【有事好商量】您有1条消息请看。');
  });
});

describe('an e-mail', () => {
  it('of one notice has it as its subject, and leads to the matter', () => {
    const { subject, text: body } = mailText({ notices: [about('redCard')], locale: 'zh-CN', names }, BRAND, PORTAL);
    expect(subject).toContain('红牌');
    expect(body).toContain('https://hsl.example.cn/whistles/ZX-2021-000098');
    expect(body).toContain('https://hsl.example.cn/me');
  });

  it('names places and units, of a member only that the portal says who it is, and keeps the id nobody told of', () => {
    const letter = (kind: NoticeKind, more: object = {}) =>
      mailText(
        { notices: [{ ...about(kind), params: { ...params, ...more } }], locale: 'zh-CN', names },
        BRAND,
        PORTAL,
      );
    expect(letter('taskDispatched').subject).toBe(
      '哨件 ZX-2021-000098（汇丰社区）派给了 城管局，10月12日 18:00 前反馈。',
    );
    expect(letter('checkInMissed', { memberId: 'ZX-M05' }).subject).toBe(
      '哨件 ZX-2021-000098：委员 （姓名见平台） 到时没有答复，记为未报到。',
    );
    expect(letter('taskStopped', { departmentId: 'ZX-NEW' }).subject).toContain('ZX-NEW');
  });

  it('of several is one digest, numbered', () => {
    const notices = [about('redCard'), about('taskDispatched'), about('calendarMissing', null)];
    const { subject, text: body } = mailText({ notices, locale: 'en', names }, BRAND, PORTAL);
    expect(subject).toBe('3 notices for you');
    expect(body).toMatch(/^1\. .*\n.*\n\n2\. .*\n.*\n\n3\. /);
  });
});
