import { toIso } from '@hsl/contracts/instants';
import { PROBLEMS } from '@hsl/contracts/problem-codes';
import type { ActionView } from '@hsl/contracts/process-view';
import type { CheckIn, CheckInDetails } from '@hsl/contracts/schemas/members';
import type { CheckInState } from '@hsl/contracts/states';
import type { Deadline } from '@hsl/contracts/steps';
import type { Legality } from '@hsl/access/access.service';
import type { PickReason } from '@hsl/domain/member-ranking';
import type { Locale } from '@hsl/platform/locale';
import type { Known } from '../known/known.repository.js';
import type { CheckInRow } from './check-ins.repository.js';
import { whyYou } from './why-you.js';

const iso = (date: Date): string => date.toISOString();
const ifThere = <T, R>(value: T | null | undefined, show: (value: T) => R): R | undefined =>
  value === null || value === undefined ? undefined : show(value);

/** A member may answer once, and until the deadline turns silence into MISSED. */
export function legalityOf({ state, dueAt }: Pick<CheckInRow, 'state' | 'dueAt'>, locale: Locale): Legality {
  const { zh, en } = PROBLEMS.alreadyAnswered;
  const moment =
    state === 'REQUESTED'
      ? { legal: true, until: dueAt.getTime() }
      : { legal: false, reasonCode: 'alreadyAnswered', reason: locale === 'en' ? en : zh };
  return { 'checkIn.confirm': moment, 'checkIn.decline': moment };
}

/** A check-in as its readers see it. Instants become ISO 8601. */
export function checkInView(row: CheckInRow, actions: ActionView[], known: Known): CheckIn {
  const asked = row.state === 'REQUESTED';
  return {
    id: row.id,
    whistleId: row.whistleId,
    number: row.number,
    communityId: row.communityId,
    communityName: known.communities.get(row.communityId),
    categoryCode: row.categoryCode,
    categoryName: known.categories.get(row.categoryCode),
    member: row.member,
    round: row.round,
    state: row.state as CheckInState,
    requestedAt: iso(row.requestedAt),
    dueAt: iso(row.dueAt),
    answeredAt: ifThere(row.answeredAt, iso),
    reasonCode: ifThere(row.reasonCode, (code) => code as CheckIn['reasonCode']),
    comingOn: ifThere(row.content?.comingOn, (day) => iso(day).slice(0, 10)),
    note: row.content?.note ?? undefined,
    actions,
    waitingFor: asked ? [{ step: 'checkIn', kind: 'member', id: row.memberId }] : [],
    since: asked ? iso(row.requestedAt) : undefined,
    nextRung: nextRungOf(row),
    deadlines: [deadlineView(row)],
  };
}

export function checkInDetails(
  row: CheckInRow,
  others: readonly CheckInRow[],
  actions: ActionView[],
  known: Known,
  locale: Locale,
): CheckInDetails {
  const reason = row.pickReason as unknown as PickReason;
  return {
    ...checkInView(row, actions, known),
    whyYou: whyYou(reason, known.communities.get(row.communityId) ?? row.communityId, locale),
    picked: reason,
    others: others.map(({ id, member, round, state }) => ({
      checkInId: id,
      member,
      round,
      state: state as CheckInState,
    })),
  };
}

/** A member is reminded at half time; then only expiry is left, at which silence becomes MISSED. */
function nextRungOf({ state, remindedAt, dueAt, deadline }: CheckInRow): CheckIn['nextRung'] {
  if (state !== 'REQUESTED') return undefined;
  const { reminderAt } = deadline as unknown as Deadline;
  if (!remindedAt && reminderAt !== undefined) return { rung: 1, kind: 'reminder', at: toIso(reminderAt) };
  return { rung: 3, kind: 'redCard', at: iso(dueAt) };
}

function deadlineView({ deadline, answeredAt }: CheckInRow): CheckIn['deadlines'][number] {
  // Members climb no whole ladder, so that there are no rungs to show.
  const { startedAt, dueAt, doneAt, reminderAt: _rung, rungs: _none, ...rest } = deadline as unknown as Deadline;
  const done = answeredAt?.getTime() ?? doneAt;
  return { ...rest, startedAt: toIso(startedAt), dueAt: toIso(dueAt), doneAt: ifThere(done, toIso) };
}
