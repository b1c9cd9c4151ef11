import type { Step } from '@hsl/contracts/steps';
import type { Locale } from '@hsl/platform/locale';

/** Names of the steps that have a clock, as they stand in a sentence. */
export const STEP_WORDS: Readonly<Record<Step, Readonly<Record<Locale, string>>>> = {
  accept: { 'zh-CN': '受理', en: 'acceptance' },
  checkIn: { 'zh-CN': '报到', en: 'the check-in' },
  dispatch: { 'zh-CN': '派单', en: 'the dispatch' },
  acknowledge: { 'zh-CN': '签收', en: 'the acknowledgement' },
  feedback: { 'zh-CN': '反馈', en: 'the feedback' },
  verify: { 'zh-CN': '核查', en: 'the verification' },
  revisit: { 'zh-CN': '回访', en: 'the revisit' },
  lookBack: { 'zh-CN': '回头看', en: 'the look-back' },
};
