import type { Instant } from '@hsl/contracts/instants';
import type { NoticeKind } from '@hsl/contracts/notice-kinds';
import type { Locale } from '@hsl/platform/locale';
import type { NoticeParamsRow } from '../rules/notice-subject.js';
import { NOTICE_WORDS } from './notice-words.js';
import { STEP_WORDS } from './step-words.js';

const TIME_ZONE = 'Asia/Shanghai';
const DATE_FORMATS: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  'zh-CN': dateFormat('zh-CN'),
  en: dateFormat('en-GB'),
};
/** The sentence with its holes: `[optional part]` and `{parameter}`. */
const OPTIONAL_PART = /\[([^\]]*)\]/g;
const PARAMETER = /\{(\w+)\}/g;

/** One notice in the reader's language; instants are shown in Asia/Shanghai, to the minute. */
export function noticeText(
  kind: NoticeKind,
  number: string | undefined,
  params: NoticeParamsRow,
  locale: Locale,
): string {
  const values = valuesOf(number, params, locale);
  const isKnown = (part: string): boolean => [...part.matchAll(PARAMETER)].every(([, name = '']) => values.has(name));
  return NOTICE_WORDS[kind][locale]
    .replace(OPTIONAL_PART, (_, part: string) => (isKnown(part) ? part : ''))
    .replace(PARAMETER, (_, name: string) => values.get(name) ?? '—');
}

function valuesOf(number: string | undefined, params: NoticeParamsRow, locale: Locale): Map<string, string> {
  const { step, dueAt, acknowledgeDueAt, effectiveFrom, ...codes } = params;
  const words = {
    ...codes,
    number,
    step: step && STEP_WORDS[step][locale],
    dueAt: dueAt === undefined ? undefined : when(dueAt, locale),
    effectiveFrom: effectiveFrom === undefined ? undefined : when(effectiveFrom, locale),
    acknowledgeDueAt: acknowledgeDueAt === undefined ? undefined : when(acknowledgeDueAt, locale),
  };
  return new Map(
    Object.entries(words).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

const when = (instant: Instant, locale: Locale): string => DATE_FORMATS[locale].format(instant);

function dateFormat(tag: string): Intl.DateTimeFormat {
  const month = tag === 'zh-CN' ? 'long' : 'short';
  return new Intl.DateTimeFormat(tag, {
    timeZone: TIME_ZONE,
    ...{ month, day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
}
