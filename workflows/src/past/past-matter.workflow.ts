import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import type { Instant } from '@hsl/contracts/instants';
import { SYSTEM_ACTOR, type ActorRef } from '@hsl/contracts/roles';
import type { TaskRef } from '@hsl/contracts/whistle-progress';
import { proxyActivities, uuid4, type ActivityOptions } from '@temporalio/workflow';
import type { CheckInActivities } from '../check-in/check-in.activities.js';
import { confirm, request } from '../check-in/check-in.decisions.js';
import { nobodyAsked, withBatch } from '../check-in/check-in.state.js';
import { acknowledge, submitFeedback } from '../department-task/decisions/handling.decisions.js';
import type { DepartmentTaskActivities } from '../department-task/department-task.activities.js';
import type { TaskRoundDone } from '../department-task/department-task.messages.js';
import { begun, rowOf as taskRowOf, type TaskDecided } from '../department-task/department-task.state.js';
import { comeDue, nextLookBack, planned, report, rowOf as watchedRowOf } from '../follow-up/follow-up.state.js';
import type { WhistleAfter, WhistleFact } from '../whistle/whistle.activities.js';
import * as coordination from '../whistle/decisions/coordination.decisions.js';
import * as judging from '../whistle/decisions/judging.decisions.js';
import * as members from '../whistle/decisions/members.decisions.js';
import * as triage from '../whistle/decisions/triage.decisions.js';
import { blown, rowOf, type Decided, type WhistleStatus } from '../whistle/whistle.state.js';
import type { PastBirth, PastFeedbackActivities, PastMatterActivities } from './past-matter.activities.js';
import type { PastMatter } from '@hsl/contracts/past-matter';

const RECORDED: ActivityOptions = {
  startToCloseTimeout: '1 minute',
  retry: { maximumInterval: '10 seconds', nonRetryableErrorTypes: ['VersionConflict'] },
};
const whistles = proxyActivities<PastMatterActivities>(RECORDED);
const departments = proxyActivities<DepartmentTaskActivities & PastFeedbackActivities>({
  ...RECORDED,
  taskQueue: TASK_QUEUES.departments,
});
const { recordCheckInDecision } = proxyActivities<CheckInActivities>({ ...RECORDED, taskQueue: TASK_QUEUES.members });

const DAY_MS = 86_400_000;
const by = (userId: string, role: ActorRef['role']): ActorRef => ({ userId, role });

/**
 * Takes over a matter that was resolved before: the same rules decide as of the days on which people decided then, and
 * the same owners record it, so that every figure counts it like any other (domain 6).
 */
export async function pastMatterWorkflow(matter: PastMatter): Promise<{ number: string; state: string }> {
  const birth = await whistles.recordPastBirth(matter);
  const { number } = birth;
  const road = roadOf(matter, birth);
  const liaison = by(matter.people.liaisonOfficer, 'liaisonOfficer');
  const worker = by(matter.people.worker, 'communityWorker');
  const { at, departmentIds, grade, tier, track, satisfaction } = matter;

  const order = { by: liaison, grade, level: 'blue', tier, track, terms: birth.terms } as const;
  await road.decide((now, when) => triage.accept(now, order, when, uuid4), at.accepted, liaison);
  await road.decide((now, when) => triage.contact(now, { by: worker }, when), at.accepted, worker);
  const memberId = await firstMember(matter, birth);
  await road.decide((now, when) => members.checkIn(now, { memberId, substituted: false }, when), at.checkedIn);
  const units = { leadDepartmentId: departmentIds[0]!, supportingDepartmentIds: departmentIds.slice(1) };
  await road.decide(
    (now, when) => coordination.dispatch(now, { by: liaison, ...units }, when, uuid4),
    at.dispatched,
    liaison,
  );
  const done: TaskRoundDone[] = [];
  for (const task of road.now().tasks) done.push(await handled(matter, birth, road.now(), task));
  await road.decide((now, when) => coordination.submitFeedback(now, done, when), at.fedBack);
  await road.decide((now, when) => judging.verify(now, { by: worker, verdict: 'pass' }, when), at.verified, worker);
  const answer = { by: liaison, satisfaction, solved: 'yes' } as const;
  await road.decide((now, when) => judging.revisit(now, answer, when), at.revisited, liaison);
  await lookedBack(matter, birth, road);
  return { number, state: 'ARCHIVED' };
}

interface Road {
  now(): WhistleStatus;
  decide(rule: (now: WhistleStatus, at: Instant) => Decided | undefined, at: Instant, who?: ActorRef): Promise<void>;
  /** When the look-backs are due; empty before the conclusion. */
  lookBacksDueAt(): number[];
}

function roadOf(matter: PastMatter, { number, terms }: PastBirth): Road {
  const { whistleId, subdistrictId, communityId, categoryCode, grade, households } = matter;
  const ids = { whistleId, number, subdistrictId, communityId, categoryCode };
  let now = blown({
    ...ids,
    blownAt: matter.at.blown,
    defaultGrade: grade,
    level: 'blue',
    terms,
    households,
    reporterCount: 1,
  });
  let lookBacks: number[] = [];
  return {
    now: () => now,
    lookBacksDueAt: () => lookBacks,
    async decide(rule, at, who = SYSTEM_ACTOR) {
      const decided = rule(now, at);
      if (!decided) throw new Error(`nothing was decided in ${now.state}`);
      const { next, fact } = decided;
      await recorded(matter, { version: next.version, at, by: who, from: now.state, fact, after: rowOf(next) });
      if ('lookBacksDueAt' in fact) lookBacks = fact.lookBacksDueAt ?? [];
      now = next;
    },
  };
}

const recorded = (
  { whistleId, subdistrictId }: PastMatter,
  decision: {
    version: number;
    at: Instant;
    by: ActorRef;
    from: WhistleAfter['state'];
    fact: WhistleFact;
    after: WhistleAfter;
  },
) => whistles.recordPastDecision({ whistleId, subdistrictId, ...decision });

/** Two are asked, the first of them comes. */
async function firstMember(matter: PastMatter, { number, terms }: PastBirth): Promise<string> {
  const { whistleId, subdistrictId, communityId, categoryCode, at } = matter;
  const ids = { whistleId, number, subdistrictId, communityId, categoryCode };
  const asking = request(nobodyAsked(terms), at.accepted);
  const asked = await recordCheckInDecision({
    ...{ ...ids, decisionNo: 1, at: at.accepted, by: SYSTEM_ACTOR, fact: asking.fact },
  });
  const [first, ...others] = asked;
  if (!first) throw new Error(`${communityId} has no member to ask`);
  const member = by(`${subdistrictId}-member`, 'member');
  let status = withBatch(asking.next, asking.batch!, asked);
  let decisionNo = 1;
  for (const { checkInId } of [first, ...others]) {
    const { next, fact } = confirm(status, { by: member, checkInId });
    decisionNo += 1;
    await recordCheckInDecision({ ...ids, decisionNo, at: at.checkedIn, by: member, fact });
    status = next;
  }
  return first.memberId;
}

/** A department acknowledges and feeds back, each on its day. */
async function handled(
  matter: PastMatter,
  { number, terms }: PastBirth,
  { grade, level }: WhistleStatus,
  { since: dispatchedAt, falseFeedback: _none, ...ref }: TaskRef,
): Promise<TaskRoundDone> {
  const { whistleId, subdistrictId, communityId, categoryCode, at, people, departmentIds } = matter;
  const { taskId, departmentId, role } = ref;
  const ids = { taskId, whistleId, number, subdistrictId, communityId, departmentId, categoryCode, role };
  const handler = by(people.handlers[departmentIds.indexOf(departmentId)]!, 'handler');
  const feedbackLimit = terms.limits.feedback;
  const input = { ...ref, ...ids, grade, level, dispatchedAt, falseFeedback: false, feedbackLimit, terms };
  const record = async (
    { next, fact }: TaskDecided,
    when: Instant,
    who: ActorRef,
    from?: TaskDecided['next']['state'],
  ) => {
    const { version } = next;
    await departments.recordTaskDecision({ ...ids, version, at: when, by: who, from, fact, after: taskRowOf(next) });
    return next;
  };
  const sent = await record(begun(input, uuid4), dispatchedAt, SYSTEM_ACTOR);
  const known = await record(acknowledge(sent, { by: handler }, at.acknowledged), at.acknowledged, handler, sent.state);
  const feedbackId = uuid4();
  await departments.recordPastFeedback({ feedbackId, taskId, subdistrictId, by: handler, at: at.fedBack });
  const command = { by: handler, contentId: feedbackId };
  const { version } = await record(submitFeedback(known, command, at.fedBack), at.fedBack, handler, known.state);
  return { taskId, round: ref.round, version, outcome: 'fedBack' };
}

/** Somebody went to see on each of the days, and it had held. */
async function lookedBack(matter: PastMatter, { terms }: PastBirth, road: Road): Promise<void> {
  const { whistleId, subdistrictId, at, people } = matter;
  const observer = by(people.observer, 'liaisonOfficer');
  const { version } = road.now();
  const ids = { whistleId, subdistrictId, version, concluded: rowOf(road.now()), concludedAt: at.revisited };
  let watch = planned({ ...ids, terms, firstSequence: 1, lookBacksDueAt: road.lookBacksDueAt() });
  for (let due = nextLookBack(watch); due; due = nextLookBack(watch)) {
    const { sequence, dueAt } = due;
    const seen = { by: observer, sequence, result: 'STABLE' } as const;
    const steps = [
      [comeDue(watch, dueAt)!, dueAt, SYSTEM_ACTOR],
      [report(comeDue(watch, dueAt)!.next, seen, uuid4), dueAt + DAY_MS, observer],
    ] as const;
    for (const [{ next, fact }, when, who] of steps) {
      const from = watch.state;
      await recorded(matter, { version: next.version, at: when, by: who, from, fact, after: watchedRowOf(next) });
      watch = next;
    }
  }
}
