import type { TrackedStepName } from '@hsl/contracts/schemas/tracking';
import type { Outcome, WhistleState } from '@hsl/contracts/states';
import type { Locale } from '@hsl/platform/locale';

type Words = Readonly<Record<Locale, string>>;

/** Stations of a matter, for its residents; no term of the house. */
export const STEP_WORDS: Readonly<Record<TrackedStepName, Words>> = {
  received: { 'zh-CN': '已收到', en: 'Received' },
  accepted: { 'zh-CN': '已受理，请委员来看', en: 'Taken up; members come to look' },
  talked: { 'zh-CN': '委员和居民商量', en: 'Members and residents talk it over' },
  handled: { 'zh-CN': '正在办理', en: 'Being handled' },
  asked: { 'zh-CN': '请您评价', en: 'You are asked what you think' },
  watched: { 'zh-CN': '办完以后再去看', en: 'Looked at again later' },
};

const STATE_WORDS: Readonly<Record<WhistleState, Words>> = {
  BLOWN: { 'zh-CN': '街道正在看，看完就定由谁来办。', en: 'It is being read, to decide who handles it.' },
  NEEDS_INFO: { 'zh-CN': '社区正在把情况补充完整。', en: 'Your community is adding what was missing.' },
  ACCEPTED: { 'zh-CN': '已受理，正在请委员到现场看。', en: 'It was taken up; members are asked to come and look.' },
  ASSIGNING: { 'zh-CN': '已受理，正在请委员到现场看。', en: 'It was taken up; members are asked to come and look.' },
  CHECKED_IN: {
    'zh-CN': '委员来看过了，正在定由谁来办。',
    en: 'Members have looked; it is being decided who handles it.',
  },
  DELIBERATING: { 'zh-CN': '委员和居民正在一起商量办法。', en: 'Members and residents are talking over what to do.' },
  COORDINATING: { 'zh-CN': '正在办理。', en: 'It is being handled.' },
  VERIFYING: {
    'zh-CN': '办的单位说办好了，正在去看是不是真办好。',
    en: 'It is said to be done; somebody goes and looks.',
  },
  REVISITING: { 'zh-CN': '办完了，想问问您满不满意。', en: 'It is done; we would like to know what you think.' },
  CONCLUDED: { 'zh-CN': '这件事办完了。', en: 'This matter has ended.' },
  LOOKING_BACK: {
    'zh-CN': '这件事办完了，过些日子再去看。',
    en: 'This matter has ended; it is looked at again later.',
  },
  LEDGERED: { 'zh-CN': '一时办不完，列入长期解决。', en: 'It takes long; it is on the list of long works.' },
  CARRIED_OVER: { 'zh-CN': '今年没办完，转到明年接着办。', en: 'It was not done this year and goes on next year.' },
  ARCHIVED: { 'zh-CN': '这件事办完了。', en: 'This matter has ended.' },
  MERGED: { 'zh-CN': '同一件事已经在办，一起办。', en: 'The same matter is being handled already, together.' },
  NOT_ACCEPTED: { 'zh-CN': '这件事街道办不了。', en: 'We cannot take this up.' },
  WITHDRAWN: { 'zh-CN': '已撤回，不再办理。', en: 'It was taken back and is no longer handled.' },
};

/** Ends are honest. */
const OUTCOME_WORDS: Readonly<Partial<Record<Outcome, Words>>> = {
  resolved: { 'zh-CN': '办好了。', en: 'It is solved.' },
  partlyResolved: { 'zh-CN': '办了一部分。', en: 'It is solved in part.' },
  unreached: { 'zh-CN': '办完了，没有联系上您。', en: 'It is done; we could not reach you.' },
  explained: { 'zh-CN': '这次办不了，原因已向您说明。', en: 'It cannot be done now; you were told why.' },
  referred: { 'zh-CN': '已转给别的单位办。', en: 'It was passed on to others who handle it.' },
  lapsed: { 'zh-CN': '缺的情况没有补来，先放下了。', en: 'What was missing never came; it was put aside.' },
};

/** Who leads is said where it is known. @param lead name of the unit */
export function standingWords(
  { state, outcome, lead }: { state: WhistleState; outcome?: Outcome; lead?: string },
  locale: Locale,
): string {
  if (state === 'COORDINATING' && lead !== undefined) {
    return locale === 'en' ? `${lead} leads it; it is being handled.` : `${lead}牵头，正在办理。`;
  }
  return ((outcome && OUTCOME_WORDS[outcome]) ?? STATE_WORDS[state])[locale];
}
