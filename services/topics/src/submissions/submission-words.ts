import type { Instant } from '@hsl/contracts/instants';
import type { SubmissionState } from '@hsl/contracts/submissions';
import type { Locale } from '@hsl/platform/locale';

type Words = Readonly<Record<Locale, string>>;

/** Where a submission stands, for its sender: who does what, no codes, no terms of the house. */
const STATE_WORDS: Readonly<Record<SubmissionState, Words>> = {
  RECEIVED: { 'zh-CN': '收到了，工作人员正在看。', en: 'We have it; somebody is reading it.' },
  ANSWERED: { 'zh-CN': '已经书面答复您，请看答复。', en: 'You have been answered in writing; see the answer.' },
  TOPIC: { 'zh-CN': '已列为大家商量的事，请看答复。', en: 'It became a topic to be talked over; see the answer.' },
  WHISTLE: { 'zh-CN': '已交给有关单位去办，请看答复。', en: 'It was given to those who handle it; see the answer.' },
  MERGED: {
    'zh-CN': '同一件事已有人反映，一起办，请看答复。',
    en: 'The same matter is being handled already; see the answer.',
  },
  WITHDRAWN: { 'zh-CN': '您已撤回，不再处理。', en: 'You took it back; it is no longer handled.' },
  NOT_ACCEPTED: { 'zh-CN': '这件事街道办不了，原因请看答复。', en: 'We cannot take this up; the answer says why.' },
};
const SCREENED: Words = { 'zh-CN': '看过了，正在写答复。', en: 'It has been read; an answer is being written.' };
const HANDED: Words = { 'zh-CN': '已请社区答复您。', en: 'Your community has been asked to answer you.' };
const LATE: Words = {
  'zh-CN': '已过答应的时间，对不起，我们在催。',
  en: 'The promised time has passed; we are sorry and are pressing for it.',
};

const TIMES: Readonly<Record<Locale, Intl.DateTimeFormat>> = { 'zh-CN': timesOf('zh-CN'), en: timesOf('en-GB') };

export interface Standing {
  state: SubmissionState;
  isScreened: boolean;
  isHanded: boolean;
  isOverdue: boolean;
}

/** Late is said first. */
export function standingWords({ state, isScreened, isHanded, isOverdue }: Standing, locale: Locale): string {
  const words =
    state !== 'RECEIVED' ? STATE_WORDS[state] : isHanded ? HANDED : isScreened ? SCREENED : STATE_WORDS.RECEIVED;
  return isOverdue ? `${LATE[locale]}${words[locale]}` : words[locale];
}

/** What happens next, with the code to keep. */
export function nextWords(trackingCode: string, dueAt: Instant, locale: Locale): string {
  const when = TIMES[locale].format(dueAt);
  return locale === 'en'
    ? `We have it. Tracking code ${trackingCode}; please keep it. Somebody reads it by ${when}; you get a written answer.`
    : `收到了。查询码 ${trackingCode}，请截图保存。${when} 前有人看，之后书面答复您。`;
}

function timesOf(tag: string): Intl.DateTimeFormat {
  const month = tag === 'zh-CN' ? 'long' : 'short';
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(tag, { timeZone: 'Asia/Shanghai', month, day: 'numeric', ...clock });
}
