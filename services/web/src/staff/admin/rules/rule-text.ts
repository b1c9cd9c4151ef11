import type { TFunction } from 'i18next';
import { isLimit } from './rule-paths.js';

/** Where a limit is counted in: the kind of its time, and for natural time the unit. */
export const LIMIT_UNITS = ['minutes', 'hours', 'days', 'workingHours', 'workingDays', 'months'] as const;

/** `grades.G3.extension.times` as people say it. */
export function ruleName(path: string, t: TFunction): string {
  const [group, ...rest] = path.split('.');
  if (group !== 'grades') return t(`rule.${path}`);
  const [grade, ...names] = rest;
  return t('rule.ofGrade', { grade: t(`grade.${grade}`), rule: t(`rule.${names.join('.')}`) });
}

/** What a rule says: "2 个工作日", "不允许", "7、30 天". */
export function ruleText(value: unknown, t: TFunction): string {
  if (value === null || value === undefined) return t('rules.notAllowed');
  if (isLimit(value)) return t(`limit.${value.kind === 'natural' ? value.unit : value.kind}`, { n: value.amount });
  if (Array.isArray(value)) return t('rules.afterDays', { days: value.join(t('rules.and')) });
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
