import { higherGrade, isUrgent, levelAbove } from '@hsl/contracts/grades';
import { isWhistleOpen } from '@hsl/contracts/states';
import type { Instant } from '@hsl/contracts/instants';
import type { Step } from '@hsl/contracts/steps';
import type { Calendar, Limit } from '@hsl/domain/limit';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { Refused } from '@hsl/domain/refused';
import { movedTo, rearmed, recomputed, withCalendar, type RunningClock } from '@hsl/domain/running-clock';
import type { Absorbed, LinkRepeatCommand, RegradeCommand } from '../whistle.messages.js';
import { atLevel, isOver, noted, type Decided, type WhistleStatus } from '../whistle.state.js';
import { routedOrAssigning } from './triage.decisions.js';

/** The limits that a grade sets, by step; the other steps have the same for every grade. */
const GRADED: Partial<
  Record<
    Step,
    keyof MatterTerms['limits'] &
      ('accept' | 'checkIn' | 'dispatch' | 'feedback' | 'firstContact' | 'verify' | 'revisit')
  >
> = {
  accept: 'accept',
  checkIn: 'checkIn',
  dispatch: 'dispatch',
  feedback: 'feedback',
  firstContact: 'firstContact',
  verify: 'verify',
  revisit: 'revisit',
};

function underTerms(clock: RunningClock, terms: MatterTerms, isRework: boolean): RunningClock {
  const graded = GRADED[clock.step];
  const keepsLimit = graded === undefined || (graded === 'feedback' && isRework);
  const limit: Limit = (keepsLimit ? undefined : terms.limits[graded]) ?? clock.limit;
  return rearmed(clock, limit, terms);
}

/**
 * The same matter under other terms: every clock from its own start, rungs that fired stay fired (domain 4.3). A calendar
 * once loaded stays, also where the other terms were made before it came.
 */
function withTerms(status: WhistleStatus, given: MatterTerms): WhistleStatus {
  const terms = withCalendar(given, status.terms.calendar) ?? given;
  const again = (clock: RunningClock) => underTerms(clock, terms, status.reworkCount > 0);
  const feedbackLimit = status.reworkCount > 0 ? status.feedbackLimit : terms.limits.feedback;
  return {
    ...status,
    ...{ terms, feedbackLimit },
    clock: status.clock && again(status.clock),
    asides: status.asides.map(again),
  };
}

/** Domain 4.3: grade or level raised (liaison officer) or lowered (deputy leader); deadlines follow. */
export function regrade(status: WhistleStatus, command: RegradeCommand, at: Instant, newId: () => string): Decided {
  const { grade: fromGrade, level: fromLevel, state } = status;
  const { grade, level, terms, contentId } = command;
  if (!isWhistleOpen(state)) throw new Refused('wrongState', state);
  if (grade === fromGrade && level === fromLevel) throw new Refused('unchanged', state);
  const graded = atLevel({ ...withTerms(status, grade === fromGrade ? status.terms : terms), grade }, level);
  const isRouted = state === 'ASSIGNING' && isUrgent(grade) && status.route !== undefined;
  const next = isRouted ? routedOrAssigning(graded, at, newId) : noted(graded, {});
  const tasks = isRouted ? { tasks: next.tasks } : {};
  return { next, fact: { type: 'regraded', fromGrade, fromLevel, contentId, ...tasks } };
}

/** A new calendar: provisional deadlines are found again (domain 2.7); an objection that is still open has one too. */
export function loadCalendar(status: WhistleStatus, calendar: Calendar): Decided | undefined {
  const terms = withCalendar(status.terms, calendar);
  if (!terms || isOver(status)) return undefined;
  const { clock, asides } = status;
  const next = noted(status, {
    terms,
    clock: clock && recomputed(clock, terms),
    asides: asides.map((aside) => recomputed(aside, terms)),
  });
  return { next, fact: { type: 'calendarLoaded', calendarVersion: calendar.version } };
}

/**
 * Domain 4.5 duplicate: the master takes the earlier deadline and the higher grade, and answers every reporter; five
 * make it a group's matter, one level up.
 */
export function absorb(status: WhistleStatus, absorbed: Absorbed): Decided | undefined {
  const { whistleId, grade, terms, dueAt } = absorbed;
  if (!isWhistleOpen(status.state) || status.absorbedIds.includes(whistleId)) return undefined;
  const isHigher = grade !== status.grade && higherGrade(grade, status.grade) === grade;
  const higher = isHigher ? { ...withTerms(status, terms), grade } : status;
  const reporterCount = status.reporterCount + absorbed.reporterCount;
  const { groupReporters } = status.terms.thresholds;
  const isGroup = reporterCount >= groupReporters && status.reporterCount < groupReporters;
  const graded = isGroup ? atLevel(higher, levelAbove(status.level)) : higher;
  const { clock } = graded;
  const isEarlier = clock !== undefined && dueAt !== undefined && clock.step === 'feedback' && dueAt < clock.dueAt;
  const next = noted(graded, {
    ...(isEarlier ? { clock: movedTo(clock, dueAt, graded.terms) } : {}),
    absorbedIds: [...status.absorbedIds, whistleId],
    reporterCount,
  });
  return { next, fact: { type: 'absorbed', absorbedId: whistleId, reporterCount } };
}

/** Domain 4.5 repeat: it goes its own way, counted as a repeat of a concluded matter; of one only, and for good. */
export function linkRepeat(status: WhistleStatus, { repeatOf, repeatOfNumber }: LinkRepeatCommand): Decided {
  if (!isWhistleOpen(status.state)) throw new Refused('wrongState', status.state);
  if (status.repeatOf !== undefined) throw new Refused('repeatLinked', status.state);
  return { next: noted(status, { repeatOf }), fact: { type: 'repeatLinked', repeatOf, repeatOfNumber } };
}
