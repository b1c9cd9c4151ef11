import { higherGrade, type Grade } from '@hsl/contracts/grades';
import type { Instant } from '@hsl/contracts/instants';
import type { MatterTerms } from './matter-terms.js';
import { clockFor } from './step-clock.js';

/** A matter as far as a merge changes it. */
export interface Mergeable {
  grade: Grade;
  /** The feedback that is owed, where one is. */
  feedback?: { startedAt: Instant; dueAt: Instant };
  /** A rework keeps its own time, whatever the grade. */
  isRework: boolean;
  reporterCount: number;
}

export interface MergeEffect {
  grade: Grade;
  /** Of the feedback; absent while none is owed of the master. */
  dueAt?: Instant;
  reporterCount: number;
}

/**
 * What becomes of a master (domain 4.5 duplicate): the higher grade, with the time of that grade from its own start, the
 * earlier deadline, and everybody who reported either. A deadline that a decision has moved is taken as one of the limit.
 * @param terms those of the absorbed matter
 */
export function mergeEffect(master: Mergeable, absorbed: Mergeable, terms: MatterTerms): MergeEffect {
  const grade = higherGrade(master.grade, absorbed.grade);
  const reporterCount = master.reporterCount + absorbed.reporterCount;
  if (!master.feedback) return { grade, reporterCount };
  const { startedAt, dueAt } = master.feedback;
  const isRegraded = grade !== master.grade && !master.isRework;
  const own = isRegraded ? clockFor(startedAt, terms.limits.feedback, terms).dueAt : dueAt;
  return { grade, reporterCount, dueAt: Math.min(own, absorbed.feedback?.dueAt ?? own) };
}
