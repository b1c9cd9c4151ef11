import type { NoticeKind } from '@hsl/contracts/notice-kinds';
import type { Locale } from '@hsl/platform/locale';

type Text = Readonly<Record<Locale, string>>;

/** What stands around the sentences of an e-mail. */
export const MAIL_WORDS = {
  digestSubject: { 'zh-CN': '您有 {count} 条消息', en: '{count} notices for you' },
  member: { 'zh-CN': '（姓名见平台）', en: '(named in the portal)' },
  all: { 'zh-CN': '全部消息：{link}', en: 'All notices: {link}' },
  settings: { 'zh-CN': '怎样通知您，在这里改：{link}', en: 'Change how you are told: {link}' },
} as const satisfies Record<string, Text>;

/**
 * Texts to a phone: what is late or urgent, by number and step, nothing of the matter itself (portal, text 20). A kind
 * that is not here says that there is something to read.
 */
export const SMS_WORDS: Readonly<Partial<Record<NoticeKind, Text>>> = {
  dutyCall: { 'zh-CN': '您值班，{number}请立即受理。', en: 'On duty: accept {number} now.' },
  whistleToAccept: { 'zh-CN': '{number}等您受理。', en: 'Please accept {number}.' },
  whistleAcceptedByClock: { 'zh-CN': '{number}到时无人受理，已自动受理。', en: 'Nobody accepted {number}.' },
  checkInRequested: { 'zh-CN': '{number}请您报到。', en: 'Please check in for {number}.' },
  taskDispatched: { 'zh-CN': '{number}派给您单位，请签收。', en: 'Please acknowledge {number}.' },
  verifyDue: { 'zh-CN': '{number}请您去看是不是办好了。', en: 'Please verify {number}.' },
  yellowCard: { 'zh-CN': '{number}的{step}将到期，发黄牌。', en: 'Yellow card: {number}.' },
  redCard: { 'zh-CN': '{number}的{step}已到期，发红牌。', en: 'Red card: {number}.' },
  superviseOrder: { 'zh-CN': '{number}发督办单，请一个工作日内答复。', en: 'Supervise order: {number}.' },
  interviewDue: { 'zh-CN': '{number}的{step}已超期，将约谈。', en: 'Interview: {number}.' },
  escalatedSupervision: { 'zh-CN': '{number}已提级督办。', en: '{number} is supervised by the district.' },
  whistleEscalated: { 'zh-CN': '{number}已升级，请您处理。', en: '{number} was escalated.' },
};

export const SMS_GENERAL = {
  one: { 'zh-CN': '您有1条消息请看。', en: 'One notice for you.' },
  oneOf: { 'zh-CN': '{number}有消息请您看。', en: 'A notice on {number}.' },
  several: { 'zh-CN': '您有{count}条消息请看。', en: '{count} notices for you.' },
} as const satisfies Record<string, Text>;

export const CODE_WORDS: Text = {
  'zh-CN': '确认码{code}，10分钟内有效。不是您本人操作，请不用理会。',
  en: 'Code {code}, for ten minutes. Not you? Ignore it.',
};
