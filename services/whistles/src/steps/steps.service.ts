import { actorRefOf, type Actor } from '@hsl/access/actor';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import type { AcceptWhistle, DispatchWhistle, RevisitWhistle, VerifyWhistle } from '@hsl/contracts/schemas/whistles';
import { UpdateSender } from '@hsl/temporal/update-sender';
import {
  acceptUpdate,
  dispatchUpdate,
  revisitUpdate,
  verifyUpdate,
  type StepTaken,
} from '@hsl/workflows/whistle/whistle.messages';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { checkDepartments } from '../intake/named-references.js';
import { WhistleReader } from '../matter/whistle-reader.js';
import type { WhistleRow } from '../matter/whistle.repository.js';
import { ReferenceBook } from '../reference/reference-book.js';
import { TermsService } from '../rules/terms.service.js';
import { WhistleStarter } from '../starter/whistle-starter.js';
import { requestIdOf } from './request-id.js';
import { StepContents, type StepContentKind } from './step-content.js';
import { capacitiesOf, Verdicts } from './verdicts.js';

interface Step {
  actor: Actor;
  id: string;
  key: string | undefined;
}

/** What a person's step answers: the new state, and for a verification who is still waited for. */
export interface StepAnswer extends StepTaken {
  id: string;
  number: string;
  stillWaitingFor?: string[];
}

/** People's actions on a whistle: who may, then their words, then the workflow's decision. */
@Injectable()
export class StepsService {
  constructor(
    private readonly reader: WhistleReader,
    private readonly book: ReferenceBook,
    private readonly terms: TermsService,
    private readonly contents: StepContents,
    private readonly verdicts: Verdicts,
    private readonly starter: WhistleStarter,
    private readonly updates: UpdateSender,
    private readonly clock: Clock,
  ) {}

  async accept(step: Step, body: AcceptWhistle): Promise<StepAnswer> {
    const { row, by, requestId } = await this.may(step, 'whistle.accept', body);
    if (body.candidateLeadId !== undefined) {
      checkDepartments([body.candidateLeadId], await this.book.of(row.subdistrictId), 'candidateLeadId');
    }
    const terms = await this.terms.termsNow(row.subdistrictId, body.grade);
    return this.take(row, acceptUpdate, { by, ...body, terms }, requestId);
  }

  async dispatch(step: Step, body: DispatchWhistle): Promise<StepAnswer> {
    const { row, by, requestId } = await this.may(step, 'whistle.dispatch', body);
    const known = await this.book.of(row.subdistrictId);
    checkDepartments([body.leadDepartmentId], known, 'leadDepartmentId');
    checkDepartments(body.supportingDepartmentIds, known, 'supportingDepartmentIds');
    const { brief, leadDepartmentId, supportingDepartmentIds } = body;
    const contentId = brief === undefined ? undefined : await this.keep(step, row, 'brief', { brief }, requestId);
    return this.take(row, dispatchUpdate, { by, leadDepartmentId, supportingDepartmentIds, contentId }, requestId);
  }

  /** Domain 4.2: one failure fails; a pass counts when member and community have both passed. */
  async verify(step: Step, body: VerifyWhistle): Promise<StepAnswer> {
    const { row, by, role, requestId } = await this.may(step, 'whistle.verify', body);
    if (row.state !== 'VERIFYING') throw new ProblemError('wrongState', { state: row.state });
    const contentId = await this.keep(step, row, 'verification', body, requestId);
    const { passed } = await this.verdicts.give({
      ...{ subdistrictId: row.subdistrictId, whistleId: row.id, round: row.reworkCount + 1 },
      ...{ capacities: capacitiesOf(role), verdict: body.verdict, contentId, givenBy: by.userId },
      at: new Date(this.clock.now()),
    });
    const owed = (['member', 'community'] as const).filter((capacity) => !passed.includes(capacity));
    const isMemberless = row.memberIds.length === 0;
    const stillWaitingFor = owed.filter((capacity) => !(isMemberless && capacity === 'member'));
    if (body.verdict === 'pass' && stillWaitingFor.length > 0) {
      return { id: row.id, number: row.number, state: 'VERIFYING', version: row.version, stillWaitingFor };
    }
    return this.take(row, verifyUpdate, { by, verdict: body.verdict, contentId }, requestId);
  }

  async revisit(step: Step, body: RevisitWhistle): Promise<StepAnswer> {
    const { row, by, requestId } = await this.may(step, 'whistle.revisit', body);
    const contentId = await this.keep(step, row, 'revisit', body, requestId);
    const { satisfaction, solved } = body;
    return this.take(row, revisitUpdate, { by, satisfaction, solved, contentId }, requestId);
  }

  private async may({ actor, id, key }: Step, action: string, body: unknown) {
    const { row, grant } = await this.reader.get(actor, id, action);
    const requestId = requestIdOf(actor, action, row.id, body, key);
    return { row, role: grant.role, by: actorRefOf(actor, grant.role), requestId };
  }

  private keep({ actor }: Step, row: WhistleRow, kind: StepContentKind, body: object, requestId: string) {
    const { subdistrictId, id: whistleId } = row;
    return this.contents.keep({ subdistrictId, whistleId, kind, body, createdBy: actor.userId, requestId });
  }

  private async take<Command>(
    row: WhistleRow,
    update: Parameters<typeof this.updates.execute<StepTaken, Command>>[1],
    command: Command,
    updateId: string,
  ): Promise<StepAnswer> {
    await this.starter.ensureStarted(row.id);
    const options = { updateId, state: row.state };
    const taken = await this.updates.execute(whistleWorkflowId(row.id), update, command, options);
    return { id: row.id, number: row.number, ...taken };
  }
}
