import { isWhistleOpen, OUTCOMES, WHISTLE_STATES, type Outcome, type WhistleState } from '@hsl/contracts/states';
import { WHISTLE_TRANSITIONS } from '@hsl/domain/whistle-transitions';
import { clocksOf, isOver, type WhistleStatus } from './whistle.state.js';

/** Outcomes that each end may have (domain 4.2, S16). */
const ENDS: Partial<Record<WhistleState, Outcome[]>> = {
  CONCLUDED: ['resolved', 'partlyResolved', 'unreached', 'explained', 'referred'],
  MERGED: ['merged'],
  WITHDRAWN: ['withdrawn', 'lapsed'],
  NOT_ACCEPTED: ['notAccepted'],
};

type Law = (now: WhistleStatus, before: WhistleStatus) => boolean;
const leads = ({ tasks }: WhistleStatus) => tasks.filter(({ role }) => role === 'lead').length;
const distinct = (list: readonly unknown[]) => new Set(list).size === list.length;
const named = (now: WhistleStatus, step: string) =>
  now.waitingFor.flatMap((one) => (one.step === step ? [one.id] : []));
const isRow = (from: WhistleState, to: WhistleState) =>
  WHISTLE_TRANSITIONS.some((row) => row.from === from && row.to === to);

/** What must be true of every matter at every moment. */
export const LAWS: Record<string, Law> = {
  'one known state': ({ state }) => WHISTLE_STATES.includes(state),
  'one version per decision': (now, before) => now.version === before.version + 1,
  'the table of transitions leads there': ({ state }, before) =>
    state === before.state ||
    isRow(before.state, state) ||
    (isRow(before.state, 'ACCEPTED') && isRow('ACCEPTED', state)),
  'an open matter waits for somebody by name (S15)': ({ state, waitingFor }) =>
    !isWhistleOpen(state) || (waitingFor.length > 0 && waitingFor.every(({ id }) => id !== '')),
  'whoever an open matter itself waits for has a clock': (now) =>
    !isWhistleOpen(now.state) ||
    ['LEDGERED', 'CARRIED_OVER'].includes(now.state) ||
    (now.clock !== undefined && named(now, now.clock.step).length > 0),
  'an open objection waits for its ruling (S15)': (now) =>
    now.state !== 'NOT_ACCEPTED' || now.objection !== 'open' || named(now, 'objectionRuling').length === 1,
  'who owes feedback has a task (S15)': (now) =>
    named(now, 'feedback').every((id) => now.tasks.some(({ departmentId }) => departmentId === id)),
  'a countersign that blocks the acceptance is asked for (S15)': (now) =>
    named(now, 'accept').length === 0 ||
    now.level === 'blue' ||
    now.isCountersigned ||
    named(now, 'countersign').length === 1,
  'who must verify is named (S15)': (now) =>
    now.state !== 'VERIFYING' || named(now, 'verify').join() === [...now.memberIds, 'communityWorker'].join(),
  'whom a department waits for is whose clock runs (S15)': (now) =>
    now.state !== 'COORDINATING' ||
    (now.clock !== undefined && named(now, now.clock.step).length === now.waitingFor.length),
  'an end has its outcome, an open matter none (S16)': ({ state, outcome }) =>
    isWhistleOpen(state) ? outcome === undefined : outcome !== undefined && (ENDS[state] ?? OUTCOMES).includes(outcome),
  'nothing runs for a matter that is over': (now) => !isOver(now) || clocksOf(now).length === (now.clock ? 1 : 0),
  'a deadline is never before its start': (now) => clocksOf(now).every(({ startedAt, dueAt }) => dueAt >= startedAt),
  'rungs stand in the order of the ladder': (now) =>
    clocksOf(now).every(({ rungs }) =>
      rungs.every((one, i) => i === 0 || (rungs[i - 1]!.at <= one.at && rungs[i - 1]!.rung < one.rung)),
    ),
  'no clock beside runs twice': ({ asides }) => distinct(asides.map(({ step }) => step)),
  'a proposed withdrawal has its clock': (now) =>
    !isWhistleOpen(now.state) ||
    (now.withdrawProposedBy !== undefined) === now.asides.some(({ step }) => step === 'withdrawApproval'),
  'one lead, and no unit twice': (now) =>
    now.tasks.length === 0 || (leads(now) === 1 && distinct(now.tasks.map(({ departmentId }) => departmentId))),
  'a session goes on only where it is waited for': ({ session, state }) =>
    session === undefined ||
    session.outcome !== undefined ||
    !isWhistleOpen(state) ||
    state === (session.purpose === 'dispatch' ? 'DELIBERATING' : 'COORDINATING'),
  'what is ledgered has its timetable': ({ state, ledger: entry }) =>
    !['LEDGERED', 'CARRIED_OVER'].includes(state) || entry !== undefined,
};
