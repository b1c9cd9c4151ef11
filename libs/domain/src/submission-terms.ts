import type { Instant } from '@hsl/contracts/instants';
import type { RungAt } from '@hsl/contracts/steps';
import { SCREENING_STAGES, type ScreeningStage, type StageAt } from '@hsl/contracts/submissions';
import { CHINA_CALENDAR } from './calendar-china.js';
import { deadlineOrProvisional } from './deadline.js';
import { ladderOrProvisional } from './ladder.js';
import type { Calendar, Limit } from './limit.js';

/** A liaison officer screens what came in within one working day (domain 4.1). */
export const SCREENING_LIMIT: Limit = { kind: 'workingDays', amount: 1 };

/** One printed code takes so many submissions in so long; beyond that the sender is told when to try again. */
export const POINT_LIMIT = { most: 30, withinMs: 600_000 } as const;

/** Which rung of the ladder each stage of the screening's clock is: half the time, its end, 1 and 3 working days after. */
const RUNG_OF_STAGE: Readonly<Record<ScreeningStage, RungAt['rung']>> = {
  reminder: 1,
  overdue: 3,
  escalated: 4,
  leadership: 5,
};

/** When the clock says what, in order; the stage `overdue` is the deadline itself. */
export function screeningStages(receivedAt: Instant, calendar: Calendar = CHINA_CALENDAR): StageAt[] {
  const rungs = ladderOrProvisional(receivedAt, SCREENING_LIMIT, calendar);
  return SCREENING_STAGES.flatMap((stage) =>
    rungs.filter(({ rung }) => rung === RUNG_OF_STAGE[stage]).map(({ at }) => ({ stage, at })),
  );
}

/** When what came in at `receivedAt` must be screened. */
export const screeningDueAt = (receivedAt: Instant): Instant =>
  deadlineOrProvisional(receivedAt, SCREENING_LIMIT, CHINA_CALENDAR).dueAt;
