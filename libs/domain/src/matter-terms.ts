import type { Grade } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import type { Calendar } from './limit.js';
import type { GradeLimits, RuleSetContent, StepLimits, Thresholds } from './rule-set.js';

/** Whether a matter repeats another is its owner's to find; the workflow is told. */
export type MatterThresholds = Omit<Thresholds, 'repeatDays'>;

/** A matter that was accepted before the dispatch had a limit has no clock for it: its history knows no such timer. */
export type MatterLimits = Omit<GradeLimits, 'dispatch'> & Partial<Pick<GradeLimits, 'dispatch'>>;

/**
 * What a matter was accepted under, small enough to travel into every workflow of it: the limits of its grade, the
 * time scale, and the slice of the official calendar its deadlines can fall into.
 */
export interface MatterTerms {
  ruleSetVersion: number;
  timeScale: number;
  calendar: Calendar;
  limits: MatterLimits;
  steps: StepLimits;
  thresholds: MatterThresholds;
}

/** The terms of that grade under that rule set. `calendar` should already be cut to the matter's future. */
export function termsFor(
  ruleSet: { version: number; content: RuleSetContent },
  grade: Grade,
  calendar: Calendar,
): MatterTerms {
  const { content } = ruleSet;
  const { repeatDays: _owners, ...thresholds } = content.thresholds;
  return {
    ruleSetVersion: ruleSet.version,
    timeScale: content.timeScale,
    calendar,
    limits: content.grades[grade],
    steps: content.steps,
    thresholds,
  };
}

const DAY_MS = 86_400_000;

/** When each look-back is due: natural days after conclusion (domain 4.3), shrunk by the time scale. */
export function lookBacksDueAt(terms: MatterTerms, concludedAt: Instant): Instant[] {
  return terms.limits.lookBackDays.map((days) => concludedAt + Math.round((days * DAY_MS) / terms.timeScale));
}
