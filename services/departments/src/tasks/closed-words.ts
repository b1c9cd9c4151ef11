import type { Locale } from '@hsl/platform/locale';

/** Why a step cannot be taken now. */
export type ClosedReason = 'alreadyAnswered' | 'acknowledgeFirst' | 'supportingOpen' | 'headMustSign' | 'notDispatched';

/** In words; `{waiting}` becomes the names of the units awaited. */
export const CLOSED_WORDS: Readonly<Record<ClosedReason, Readonly<Record<Locale, string>>>> = {
  alreadyAnswered: { 'zh-CN': '这一步已经办过了。', en: 'This step has been taken already.' },
  acknowledgeFirst: { 'zh-CN': '请先签收。', en: 'Acknowledge it first.' },
  supportingOpen: {
    'zh-CN': '还在等协办单位反馈：{waiting}。',
    en: 'Supporting units have not fed back yet: {waiting}.',
  },
  headMustSign: {
    'zh-CN': '居民不满意后的反馈须由主要负责人签字提交。',
    en: 'After a dissatisfied resident the head of the department submits the feedback.',
  },
  notDispatched: { 'zh-CN': '这件事已不在本单位。', en: 'This matter is no longer with your department.' },
};
