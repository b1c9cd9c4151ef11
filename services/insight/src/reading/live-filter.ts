import type { Instant } from '@hsl/contracts/instants';
import { toIso } from '@hsl/contracts/instants';
import type { liveFilters } from '@hsl/contracts/schemas/insight';
import type { Parameters } from '@hsl/database/sql-fragment';
import { DAY_MS, instantOn, parseDay } from '@hsl/domain/calendar-day';
import type { z } from 'zod';

export type LiveFilter = z.output<z.ZodObject<typeof liveFilters>>;

/** Matters that wait for no party. */
export const NOBODY = 'nobody';

/** What narrows a list of `matter m`, as SQL; true where nothing does. Figures and lists are cut by this one text. */
export function matching(filter: LiveFilter, now: Instant, parameters: Parameters): string {
  const add = parameters.add.bind(parameters);
  const { open, state, community, grade, department, card } = filter;
  const conditions = [
    ...(open === undefined ? [] : [open === 'true' ? 'm.is_open' : 'NOT m.is_open']),
    ...(state === undefined ? [] : [`m.state = ${add(state)}`]),
    ...(community === undefined ? [] : [`m.community_id = ${add(community)}`]),
    ...(grade === undefined ? [] : [`m.grade = ${add(grade)}`]),
    ...(department !== undefined && card === undefined ? [involving(department, parameters)] : []),
    ...(card === undefined ? [] : [carded(filter, card, parameters)]),
    ...waitingConditions(filter, now, parameters),
    ...(filter.notWaitingFor === undefined ? [] : [notWaiting(filter.notWaitingFor, parameters)]),
  ];
  return conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
}

const involving = (department: string, parameters: Parameters): string =>
  `EXISTS (SELECT FROM involvement f WHERE f.subdistrict_id = m.subdistrict_id AND f.whistle_id = m.whistle_id
    AND f.department_id = ${parameters.add(department)})`;

function carded({ department, cardOn }: LiveFilter, card: 'yellow' | 'red', parameters: Parameters): string {
  const from = cardOn === undefined ? undefined : instantOn(parseDay(cardOn), 0);
  const conditions = [
    'r.subdistrict_id = m.subdistrict_id AND r.whistle_id = m.whistle_id',
    `r.kind = ${parameters.add(`${card}Card`)}`,
    ...(department === undefined ? [] : [`r.department_id = ${parameters.add(department)}`]),
    ...(from === undefined
      ? []
      : [`r.fired_at >= ${parameters.add(toIso(from))} AND r.fired_at < ${parameters.add(toIso(from + DAY_MS))}`]),
  ];
  return `EXISTS (SELECT FROM rung r WHERE ${conditions.join(' AND ')})`;
}

/** Party and step are asked of the same row, and so is lateness if one of them is named. */
function waitingConditions(filter: LiveFilter, now: Instant, parameters: Parameters): string[] {
  const { waitingFor, step, overdue } = filter;
  if (waitingFor === NOBODY) return ['NOT m.is_waiting', ...lateness('m', overdue, now, parameters)];
  if (waitingFor === undefined && step === undefined) return lateness('m', overdue, now, parameters);
  const conditions = [
    'w.subdistrict_id = m.subdistrict_id AND w.whistle_id = m.whistle_id',
    ...(waitingFor === undefined ? [] : [`w.party_id = ${parameters.add(waitingFor)}`]),
    ...(step === undefined ? [] : [`w.step = ${parameters.add(step)}`]),
    ...lateness('w', overdue, now, parameters),
  ];
  return [`EXISTS (SELECT FROM waiting w WHERE ${conditions.join(' AND ')})`];
}

const notWaiting = (party: string, parameters: Parameters): string =>
  `NOT EXISTS (SELECT FROM waiting n WHERE n.subdistrict_id = m.subdistrict_id AND n.whistle_id = m.whistle_id
    AND n.party_id = ${parameters.add(party)})`;

/** Late is a matter of the reader's clock, never of a stored mark. */
function lateness(alias: 'm' | 'w', overdue: LiveFilter['overdue'], now: Instant, parameters: Parameters): string[] {
  if (overdue === undefined) return [];
  const late = `${alias}.due_at < ${parameters.add(toIso(now))}`;
  return overdue === 'true' ? [late] : [`(${late}) IS NOT TRUE`];
}
