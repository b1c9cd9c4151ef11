import type { Step } from '@hsl/contracts/steps';
import type { Locale } from '@hsl/platform/locale';
import { isTimelineKind, ON_TIME_WORDS, STEP_WORDS, TIMELINE_WORDS } from './timeline-words.js';

const TIME_ZONE = 'Asia/Shanghai';
const OPTIONAL_PART = /\[([^\]]*)\]/g;
const VALUE = /\{(\w+)\}/g;
const INSTANTS = ['acknowledgeDueAt', 'feedbackDueAt', 'dueAt', 'newDueAt'] as const;

const dateFormat = (tag: string, month: 'long' | 'short'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(tag, {
    timeZone: TIME_ZONE,
    ...{ month, day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
const DATE_FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  'zh-CN': dateFormat('zh-CN', 'long'),
  en: dateFormat('en-GB', 'short'),
};

/** One line of a task's history in the reader's language; instants are shown in Asia/Shanghai, to the minute. */
export function timelineText(kind: string, details: Readonly<Record<string, unknown>>, locale: Locale): string {
  if (!isTimelineKind(kind)) return kind;
  const values = valuesOf(details, locale);
  const isKnown = (part: string): boolean => [...part.matchAll(VALUE)].every(([, name = '']) => values.has(name));
  return TIMELINE_WORDS[kind][locale]
    .replace(OPTIONAL_PART, (_, part: string) => (isKnown(part) ? part : ''))
    .replace(VALUE, (_, name: string) => values.get(name) ?? '—');
}

function valuesOf(details: Readonly<Record<string, unknown>>, locale: Locale): Map<string, string> {
  const values = new Map<string, string>();
  for (const name of INSTANTS) {
    const instant = details[name];
    if (typeof instant === 'string') values.set(name, DATE_FORMATS[locale].format(new Date(instant)));
  }
  const { onTime, step, round, score } = details;
  if (typeof onTime === 'boolean') values.set('onTime', ON_TIME_WORDS[onTime ? 'true' : 'false'][locale]);
  if (typeof step === 'string') values.set('step', STEP_WORDS[step as Step]?.[locale] ?? step);
  for (const name of ['toDepartmentId', 'departmentId']) {
    const id = details[name];
    if (typeof id === 'string') values.set(name, id);
  }
  if (typeof score === 'number') values.set('score', String(score));
  if (typeof round === 'number') values.set('rework', String(round - 1));
  return values;
}
