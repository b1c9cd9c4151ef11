import type { FieldError } from '@hsl/contracts/problem-codes';
import type { Locale } from './locale.js';

/** What a schema (zod, or any Standard Schema) says of one field. */
export interface InputIssue {
  code?: string;
  message?: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[];
  /** Present where the validator reports it; tells "missing" from "of the wrong type". */
  input?: unknown;
  expected?: string;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  format?: string;
  keys?: string[];
  values?: readonly unknown[];
  params?: Record<string, unknown>;
}

type Words = Record<Locale, string>;

/** A reader mends a handful at a time; a hostile body must not make a long answer. */
const MOST_ERRORS = 50;

const FORMATS: Record<string, Words> = {
  uuid: { 'zh-CN': '须是 UUID。', en: 'Must be a UUID.' },
  datetime: { 'zh-CN': '须是带时区的 ISO 8601 时间。', en: 'Must be an ISO 8601 time with an offset.' },
  date: { 'zh-CN': '须是日期，例如 2026-03-01。', en: 'Must be a date such as 2026-03-01.' },
  url: { 'zh-CN': '须是网址。', en: 'Must be a URL.' },
  email: { 'zh-CN': '须是电子邮箱。', en: 'Must be an e-mail address.' },
};

const UNITS: Record<string, { zh: string; en: string }> = {
  string: { zh: '个字', en: ' characters' },
  array: { zh: '项', en: ' items' },
};

/** Field messages by code; {n} is the bound with its unit, {list} the values allowed. */
const MESSAGES: Record<string, Words> = {
  required: { 'zh-CN': '必须填写。', en: 'Is required.' },
  wrongType: { 'zh-CN': '类型不对，须是{list}。', en: 'Has the wrong type; expected {list}.' },
  unknownField: { 'zh-CN': '没有这一项，不能提交。', en: 'There is no such field.' },
  tooSmall: { 'zh-CN': '至少{n}。', en: 'Must be at least {n}.' },
  tooLarge: { 'zh-CN': '最多{n}。', en: 'Must be at most {n}.' },
  notAllowed: { 'zh-CN': '只能是：{list}。', en: 'Must be one of: {list}.' },
  wrongFormat: { 'zh-CN': '格式不对。', en: 'Has the wrong format.' },
  invalidCursor: { 'zh-CN': '翻页标记无效。', en: 'Is not a cursor of this list.' },
  invalid: { 'zh-CN': '内容不对。', en: 'Is not valid.' },
};

const ZH_TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '对象',
};

/** Field errors with dotted paths (`photos.0.url`) and messages in the reader's language, at most fifty. */
export function fieldErrorsOf(issues: readonly InputIssue[], locale: Locale): FieldError[] {
  return issues
    .slice(0, MOST_ERRORS)
    .flatMap((issue) => errorsOf(issue, locale))
    .slice(0, MOST_ERRORS);
}

function errorsOf(issue: InputIssue, locale: Locale): FieldError[] {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      field: [...path, key].join('.'),
      code: 'unknownField',
      message: wordsOf('unknownField', locale),
    }));
  }
  return [{ field: path.join('.'), ...messageOf(issue, locale) }];
}

function messageOf(issue: InputIssue, locale: Locale): { code: string; message: string } {
  const list = (issue.values ?? [])
    .slice(0, 30)
    .map(String)
    .join(locale === 'en' ? ', ' : '、');
  switch (issue.code) {
    case 'invalid_type': {
      const expected = issue.expected ?? 'value';
      if (issue.input === undefined) return said('required', locale);
      return said('wrongType', locale, { list: locale === 'en' ? expected : (ZH_TYPES[expected] ?? expected) });
    }
    case 'too_small':
      return said('tooSmall', locale, { n: bound(issue.minimum, issue.origin, locale) });
    case 'too_big':
      return said('tooLarge', locale, { n: bound(issue.maximum, issue.origin, locale) });
    case 'invalid_value':
      return issue.input === undefined ? said('required', locale) : said('notAllowed', locale, { list });
    case 'invalid_format':
      return { code: 'wrongFormat', message: FORMATS[issue.format ?? '']?.[locale] ?? wordsOf('wrongFormat', locale) };
    case 'custom':
      return customOf(issue, locale);
    default:
      return said(issue.code !== undefined && issue.code in MESSAGES ? issue.code : 'invalid', locale);
  }
}

/** A refinement names its own words: `refine(check, { params: { code, zh, en } })`, or one plain message. */
function customOf(issue: InputIssue, locale: Locale): { code: string; message: string } {
  const { code, zh, en } = issue.params ?? {};
  const own = locale === 'en' ? en : zh;
  return {
    code: typeof code === 'string' ? code : 'invalid',
    message: typeof own === 'string' ? own : (issue.message ?? wordsOf('invalid', locale)),
  };
}

function bound(limit: number | bigint | undefined, origin: string | undefined, locale: Locale): string {
  const unit = UNITS[origin ?? ''];
  return locale === 'en' ? `${limit}${unit?.en ?? ''}` : ` ${limit} ${unit?.zh ?? ''}`.trimEnd();
}

function said(
  code: string,
  locale: Locale,
  fill: { n?: string; list?: string } = {},
): { code: string; message: string } {
  return {
    code,
    message: wordsOf(code, locale)
      .replace('{n}', fill.n ?? '')
      .replace('{list}', fill.list ?? ''),
  };
}

const wordsOf = (code: string, locale: Locale): string => (MESSAGES[code] ?? MESSAGES['invalid']!)[locale];
