import type { Instant } from '@hsl/contracts/instants';
import { CHINA_CALENDAR } from './calendar-china.js';
import { deadlineOrProvisional } from './deadline.js';
import type { Limit } from './limit.js';

/** A liaison officer screens what came in within one working day (domain 4.1). */
export const SCREENING_LIMIT: Limit = { kind: 'workingDays', amount: 1 };

/** One printed code takes so many submissions in so long; beyond that the sender is told when to try again. */
export const POINT_LIMIT = { most: 30, withinMs: 600_000 } as const;

/** When what came in at `receivedAt` must be screened. */
export const screeningDueAt = (receivedAt: Instant): Instant =>
  deadlineOrProvisional(receivedAt, SCREENING_LIMIT, CHINA_CALENDAR).dueAt;
