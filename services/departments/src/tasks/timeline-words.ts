import type { Step } from '@hsl/contracts/steps';
import type { Locale } from '@hsl/platform/locale';

type Words = Readonly<Record<Locale, string>>;

/** What can happen to a task, in the order it usually does. */
export const TIMELINE_KINDS = [
  'dispatched',
  'acknowledged',
  'feedbackSubmitted',
  'verified',
  'reworked',
  'reminded',
  'yellowCard',
  'redCard',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One sentence per kind; `{…}` is filled from the entry, a part in `[…]` is left out when one of its values is missing. */
export const TIMELINE_WORDS: Readonly<Record<TimelineKind, Words>> = {
  dispatched: {
    'zh-CN': '已派单[，{acknowledgeDueAt} 前签收][，{feedbackDueAt} 前反馈]。',
    en: 'Dispatched[; acknowledge by {acknowledgeDueAt}][, feed back by {feedbackDueAt}].',
  },
  acknowledged: { 'zh-CN': '已签收[（{onTime}）]。', en: 'Acknowledged[ ({onTime})].' },
  feedbackSubmitted: { 'zh-CN': '已提交反馈[（{onTime}）]。', en: 'Feedback submitted[ ({onTime})].' },
  verified: { 'zh-CN': '核查通过。', en: 'Verified.' },
  reworked: {
    'zh-CN': '第 {rework} 次重办[，{feedbackDueAt} 前反馈]。',
    en: 'Rework {rework}[; feed back by {feedbackDueAt}].',
  },
  reminded: {
    'zh-CN': '提醒：{step}时间已过半，截止 {dueAt}。',
    en: 'Reminder: half the time for {step} has gone; due {dueAt}.',
  },
  yellowCard: {
    'zh-CN': '黄牌：{step}即将超时，截止 {dueAt}。',
    en: 'Yellow card: {step} is about to be late; due {dueAt}.',
  },
  redCard: { 'zh-CN': '红牌：{step}已超时，截止时间 {dueAt}。', en: 'Red card: {step} is late; it was due {dueAt}.' },
};

export const ON_TIME_WORDS: Readonly<Record<'true' | 'false', Words>> = {
  true: { 'zh-CN': '按时', en: 'on time' },
  false: { 'zh-CN': '超时', en: 'late' },
};

export const STEP_WORDS: Readonly<Partial<Record<Step, Words>>> = {
  acknowledge: { 'zh-CN': '签收', en: 'the acknowledgement' },
  feedback: { 'zh-CN': '反馈', en: 'the feedback' },
};

export const isTimelineKind = (kind: string): kind is TimelineKind =>
  (TIMELINE_KINDS as readonly string[]).includes(kind);
