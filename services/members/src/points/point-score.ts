import type { DutyLevel } from '@hsl/contracts/member-duties';
import { pointRule, YEARLY_THREE, type PointRuleCode, type YearlyOne } from './point-rules.js';

/** What was earned by one rule in half a year. */
export interface Earned {
  rule: PointRuleCode;
  half: number;
  count: number;
  points: number;
}

export interface Score {
  fulfilled: Record<YearlyOne, boolean>;
  /** 20 for each of the yearly three. */
  base: number;
  /** All points of the rules, which may be below zero. */
  earned: number;
  /** Of these at most 40 count, at least none. */
  bonus: number;
  total: number;
  level: DutyLevel;
  /** Points of the rules in each half of the year. */
  halves: { half: 1 | 2; points: number }[];
}

const BASE_OF_EACH = 20;
const MOST_BONUS = 40;
const EXCELLENT_FROM = 85;
const COMPETENT_FROM = 60;

/** The score of a year (domain I22). */
export function scoreOf(earned: readonly Earned[]): Score {
  const isFulfilled = (one: YearlyOne): boolean =>
    earned.some(({ rule, count }) => count > 0 && pointRule(rule).fulfils === one);
  const fulfilled = { session: isFulfilled('session'), paper: isFulfilled('paper'), visit: isFulfilled('visit') };
  const base = BASE_OF_EACH * YEARLY_THREE.filter((one) => fulfilled[one]).length;
  const sum = (rows: readonly Earned[]): number => rows.reduce((total, { points }) => total + points, 0);
  const bonus = Math.min(MOST_BONUS, Math.max(0, sum(earned)));
  const halves = ([1, 2] as const).map((half) => ({ half, points: sum(earned.filter((row) => row.half === half)) }));
  return { fulfilled, base, earned: sum(earned), bonus, total: base + bonus, level: levelOf(base + bonus), halves };
}

const levelOf = (total: number): DutyLevel =>
  total >= EXCELLENT_FROM ? 'excellent' : total >= COMPETENT_FROM ? 'competent' : 'talk';
