import { AccessService } from '@hsl/access/access.service';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { CheckInDetails, ConfirmCheckIn, DeclineCheckIn } from '@hsl/contracts/schemas/members';
import type { ActorRef } from '@hsl/contracts/roles';
import { checkInWorkflowId } from '@hsl/contracts/workflow-ids';
import { bodyHashOf } from '@hsl/database/idempotent-request';
import type { Locale } from '@hsl/platform/locale';
import { ProblemError } from '@hsl/platform/problem.error';
import { UpdateSender, type Refusal, type UpdateOptions } from '@hsl/temporal/update-sender';
import { confirmUpdate, declineUpdate } from '@hsl/workflows/check-in/check-in.messages';
import { Injectable } from '@nestjs/common';
import { KnownRepository } from '../known/known.repository.js';
import { AnswerContentRepository } from './answer-content.repository.js';
import type { CheckInRow } from './check-ins.repository.js';
import { CheckInsService, factsOf, targetOf } from './check-ins.service.js';
import { contentIdOf } from './content-id.js';

/** Who answers which check-in, and the request it is. */
export interface AnswerRequest {
  actor: Actor;
  checkInId: string;
  idempotencyKey?: string;
  locale: Locale;
}

type Answer = { kind: 'confirm'; body: ConfirmCheckIn } | { kind: 'decline'; body: DeclineCheckIn };

/** "I am coming" and "I cannot come", of the member who was asked (domain 4.2 checkIn, 4.5 member declines). */
@Injectable()
export class CheckInAnswersService {
  constructor(
    private readonly access: AccessService,
    private readonly checkIns: CheckInsService,
    private readonly contents: AnswerContentRepository,
    private readonly known: KnownRepository,
    private readonly updates: UpdateSender,
  ) {}

  /**
   * What was written is stored first, then the workflow decides; its recorder makes the words final. A repeat under the
   * same key takes effect once and is answered with the check-in as it is.
   * @throws ProblemError notFound, roleNotAllowed, conflictOfInterest, alreadyAnswered with the state,
   * idempotencyKeyReused, temporalUnavailable
   */
  async answer(request: AnswerRequest, answer: Answer): Promise<CheckInDetails> {
    const { actor, checkInId, idempotencyKey, locale } = request;
    const row = await this.checkIns.getRow(actor, checkInId);
    const by = await this.allowed(actor, row, answer);
    const contentId = contentIdOf([actor.userId, checkInId, answer.kind], idempotencyKey);
    if (row.state !== 'REQUESTED' && row.contentId !== contentId) throw alreadyAnswered(row);
    const { final } = await this.contents.keep({
      id: contentId,
      subdistrictId: actor.subdistrictId,
      checkInId,
      kind: answer.kind,
      comingOn: answer.kind === 'confirm' ? answer.body.comingOn : undefined,
      note: answer.body.note,
      bodyHash: bodyHashOf(answer.body),
      createdBy: actor.userId,
    });
    await this.send(row, by, contentId, { answer, final });
    return this.checkIns.get(actor, checkInId, locale);
  }

  private async allowed(actor: Actor, row: CheckInRow, { kind }: Answer): Promise<ActorRef> {
    const known = await this.known.of(actor.subdistrictId, [row]);
    const facts = { ...factsOf(actor, row, known), reasonGiven: kind === 'decline' };
    return actorRefOf(actor, this.access.authorize(actor, `checkIn.${kind}`, targetOf(row), facts).role);
  }

  /** @param final it is on record already: its process is only reminded of it */
  private async send(
    row: CheckInRow,
    by: ActorRef,
    contentId: string,
    { answer, final }: { answer: Answer; final: boolean },
  ): Promise<void> {
    const workflowId = checkInWorkflowId(row.whistleId);
    const command = { by, checkInId: row.id, contentId };
    const options: UpdateOptions = { updateId: contentId, notFound: 'alreadyAnswered', state: row.state, isBehind };
    const tell = final ? this.updates.remind.bind(this.updates) : this.updates.execute.bind(this.updates);
    if (answer.kind === 'confirm') await tell(workflowId, confirmUpdate, command, options);
    else await tell(workflowId, declineUpdate, { ...command, reasonCode: answer.body.reasonCode }, options);
  }
}

/** There is a row of the member's, so one was asked: a process that has not heard of it yet is behind. */
const isBehind = ({ code }: Refusal): boolean => code === 'memberNotAsked';

const alreadyAnswered = ({ state }: CheckInRow): ProblemError => new ProblemError('alreadyAnswered', { state });
