import { GRADES, LEVELS, type Grade, type Level } from '@hsl/contracts/grades';
import type { ChooseOutcome, CorrectUnits, MergeWhistle, RegradeWhistle } from '@hsl/contracts/schemas/whistle-steps';
import type { AcceptWhistle, DispatchWhistle, VerifyWhistle } from '@hsl/contracts/schemas/whistles';
import { isWhistleOpen, type WhistleState } from '@hsl/contracts/states';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import * as messages from '@hsl/workflows/whistle/whistle.messages';
import { Clock } from '@hsl/platform/clock';
import { nameUuid } from '@hsl/platform/name-uuid';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { refuseFutureBacklog } from '../intake/backlog-day.js';
import { checkDepartments, unknown } from '../intake/named-references.js';
import { WhistleReader } from '../matter/whistle-reader.js';
import { WhistleRepository, type WhistleRow } from '../matter/whistle.repository.js';
import { ReferenceBook } from '../reference/reference-book.js';
import { TermsService } from '../rules/terms.service.js';
import { MERGE } from './step-specs.js';
import { contentIdOf, StepContents } from './step-content.js';
import { asItIs, StepTaker, type Step, type StepAnswer } from './step-taker.js';
import { capacitiesOf, Verdicts } from './verdicts.js';

/** Steps that need more than a right and a command: terms, names that must exist, several people's words. */
@Injectable()
export class StepsService {
  constructor(
    private readonly taker: StepTaker,
    private readonly reader: WhistleReader,
    private readonly whistles: WhistleRepository,
    private readonly book: ReferenceBook,
    private readonly terms: TermsService,
    private readonly verdicts: Verdicts,
    private readonly contents: StepContents,
    private readonly clock: Clock,
  ) {}

  /** Whom it reaches is no matter of the workflow: it is corrected once the acceptance stands, by a repeat too (S82). */
  async accept(step: Step, body: AcceptWhistle): Promise<StepAnswer> {
    const allowed = await this.taker.may(step, 'whistle.accept', body);
    const { subdistrictId } = allowed.row;
    if (body.candidateLeadId !== undefined) {
      checkDepartments([body.candidateLeadId], await this.book.of(subdistrictId), 'candidateLeadId');
    }
    const { beneficiaryCount, backlogSince, ...decided } = body;
    refuseFutureBacklog(backlogSince, this.clock.now());
    const terms = await this.terms.termsNow(subdistrictId, body.grade);
    const answer = await this.taker.send(allowed, messages.acceptUpdate, { by: allowed.by, ...decided, terms });
    await this.whistles.correctReach(allowed.row, { beneficiaryCount, backlogSince });
    return answer;
  }

  async dispatch(step: Step, body: DispatchWhistle): Promise<StepAnswer> {
    const allowed = await this.taker.may(step, 'whistle.dispatch', body);
    await this.checkUnits(allowed.row, body);
    const { brief, leadDepartmentId, supportingDepartmentIds } = body;
    const contentId = brief === undefined ? undefined : await this.taker.keep(allowed, 'brief', { brief });
    const command = { by: allowed.by, leadDepartmentId, supportingDepartmentIds, contentId };
    return this.taker.send(allowed, messages.dispatchUpdate, command);
  }

  async correctUnits(step: Step, body: CorrectUnits): Promise<StepAnswer> {
    const allowed = await this.taker.may(step, 'whistle.correctUnits', body);
    await this.checkUnits(allowed.row, body);
    const { reason, leadDepartmentId, supportingDepartmentIds } = body;
    const contentId = await this.taker.keep(allowed, 'units', { reason });
    const command = { by: allowed.by, leadDepartmentId, supportingDepartmentIds, contentId };
    return this.taker.send(allowed, messages.correctUnitsUpdate, command);
  }

  /** Domain 4.3: raised by a liaison officer, lowered by a deputy leader; each axis needs its own right. */
  async regrade(step: Step, body: RegradeWhistle): Promise<StepAnswer> {
    const reason = () => ({ reasonGiven: true });
    const unchanged = isDeputy(step) ? 'whistle.lowerGrade' : 'whistle.raiseGrade';
    const first = (row: WhistleRow) => rightsOf(row, body)[0] ?? unchanged;
    const read = await this.taker.may(step, first, body, reason, 'whistle.regrade');
    for (const ability of rightsOf(read.row, body).slice(1)) await this.taker.may(step, ability, body, reason);
    const { row, by } = read;
    const { grade, level } = wanted(row, body);
    const { subdistrictId, ruleSetVersion, blownAt } = row;
    const terms = await this.terms.termsOf(subdistrictId, grade, ruleSetVersion, blownAt.getTime());
    const contentId = await this.taker.keep(read, 'regrade', body);
    return this.taker.send(read, messages.regradeUpdate, { by, grade, level, terms, contentId });
  }

  /** Domain 4.2: one failure fails; a pass counts when member and community have both passed. */
  async verify(step: Step, body: VerifyWhistle): Promise<StepAnswer & { stillWaitingFor?: string[] }> {
    const allowed = await this.taker.may(step, 'whistle.verify', body);
    const { row, by, role } = allowed;
    if (isOfEarlierRound(row, contentIdOf(allowed.requestId))) return asItIs(row);
    if (row.state !== 'VERIFYING') throw new ProblemError('wrongState', { state: row.state });
    const contentId = await this.taker.keep(allowed, 'verification', body);
    const { verdict, falseFeedback } = body;
    const { subdistrictId, id: whistleId } = row;
    const given = {
      ...{ subdistrictId, whistleId, round: roundOf(row), capacities: capacitiesOf(role), verdict, contentId },
      ...{ givenBy: by.userId, at: new Date(this.clock.now()) },
    };
    const { passed } = await this.contents.during(given, () => this.verdicts.give(given));
    const isMemberless = row.memberIds.length === 0;
    const stillWaitingFor = (['member', 'community'] as const).filter(
      (capacity) => !passed.includes(capacity) && !(isMemberless && capacity === 'member'),
    );
    if (verdict === 'pass' && stillWaitingFor.length > 0) {
      return { id: row.id, number: row.number, state: 'VERIFYING', version: row.version, stillWaitingFor };
    }
    return this.taker.send(allowed, messages.verifyUpdate, { by, verdict, falseFeedback, contentId });
  }

  /** Domain 4.5 dissatisfied, 3rd time. */
  async chooseOutcome(step: Step, body: ChooseOutcome): Promise<StepAnswer> {
    const allowed = await this.taker.may(step, 'whistle.chooseOutcome', body, () => ({ reasonGiven: true }));
    const { by, requestId } = allowed;
    const contentId = await this.taker.keep(allowed, 'outcomeChoice', body);
    const milestones = body.milestones.map(({ dueAt }, index) => ({
      ...{ milestoneId: nameUuid('milestone', requestId, index), dueAt: Date.parse(dueAt) },
    }));
    const timetable = milestones.length > 0 ? { entryId: requestId, milestones } : undefined;
    const command = { by, choice: body.choice, contentId, timetable };
    return this.taker.send(allowed, messages.chooseOutcomeUpdate, command);
  }

  /** @throws ProblemError isMaster unless the master is another open matter that the actor may know of */
  async merge(step: Step, body: MergeWhistle): Promise<StepAnswer> {
    await this.taker.may(step, MERGE.ability, body);
    const { row } = await this.reader.get(step.actor, body.masterId, 'whistle.read');
    if (!isWhistleOpen(row.state as WhistleState)) throw new ProblemError('isMaster', { state: row.state });
    return this.taker.take(step, body, MERGE);
  }

  private async checkUnits(row: WhistleRow, body: DispatchWhistle | CorrectUnits): Promise<void> {
    const known = await this.book.of(row.subdistrictId);
    if (!known.departments.has(body.leadDepartmentId)) throw unknown('unknownDepartment', 'leadDepartmentId');
    checkDepartments(body.supportingDepartmentIds, known, 'supportingDepartmentIds');
  }
}

/** Verdicts count per round: a verification after a rework, or after a settlement that failed, starts anew. */
const roundOf = ({ reworkCount, progress }: WhistleRow): number =>
  1 + reworkCount + ((progress as unknown as Partial<WhistleProgress>).failedVerifications ?? 0);

/** The request is a repeat, and the verdict it gave has been decided on. */
const isOfEarlierRound = (row: WhistleRow, contentId: string): boolean =>
  row.verdicts.some((one) => one.contentId === contentId && (row.state !== 'VERIFYING' || one.round !== roundOf(row)));

const wanted = (row: WhistleRow, { grade, level }: RegradeWhistle): { grade: Grade; level: Level } => ({
  grade: grade ?? (row.grade as Grade),
  level: level ?? (row.level as Level),
});

/** Where nothing would change it is whoever could have changed it that is told so, or is told again what was done. */
const isDeputy = ({ actor }: Step): boolean => actor.posts.some(({ role }) => role === 'deputyLeader');

/** The rights a change needs; none for what stays. */
function rightsOf(row: WhistleRow, body: RegradeWhistle): string[] {
  const { grade, level } = wanted(row, body);
  const urgency = GRADES.indexOf(grade) - GRADES.indexOf(row.grade as Grade);
  const rank = LEVELS.indexOf(level) - LEVELS.indexOf(row.level as Level);
  return [
    ...(urgency === 0 ? [] : [urgency < 0 ? 'whistle.raiseGrade' : 'whistle.lowerGrade']),
    ...(rank === 0 ? [] : [rank > 0 ? 'whistle.raiseLevel' : 'whistle.lowerLevel']),
  ];
}
