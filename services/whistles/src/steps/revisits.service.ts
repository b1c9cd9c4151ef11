import type { RecordContact } from '@hsl/contracts/schemas/whistle-steps';
import type { RevisitWhistle } from '@hsl/contracts/schemas/whistles';
import type { Grade } from '@hsl/contracts/grades';
import { isUnreachable } from '@hsl/domain/unreachable';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { revisitUpdate, unreachedUpdate } from '@hsl/workflows/whistle/whistle.messages';
import { Injectable } from '@nestjs/common';
import type { WhistleRow } from '../matter/whistle.repository.js';
import { TermsService } from '../rules/terms.service.js';
import { RevisitCallsService } from './revisit-calls.service.js';
import { ReportersRepository } from './reporters.repository.js';
import { contentIdOf, StepContents } from './step-content.js';
import { asItIs, StepTaker, type AllowedStep, type Step, type StepAnswer } from './step-taker.js';

/** What the residents say, and what is done when they cannot be reached (domain 4.2 REVISITING, 4.5). */
@Injectable()
export class RevisitsService {
  constructor(
    private readonly taker: StepTaker,
    private readonly reporters: ReportersRepository,
    private readonly terms: TermsService,
    private readonly contents: StepContents,
    private readonly calls: RevisitCallsService,
    private readonly clock: Clock,
  ) {}

  /**
   * One resident's word. Where several are behind a matter every one is asked: the first who is not content sends it
   * back, and when all are content it is concluded.
   * @throws ProblemError validationFailed if several are behind it and none is named; notFound for a stranger;
   *   revisitCallTaken while somebody else is calling
   */
  async revisit(step: Step, body: RevisitWhistle): Promise<StepAnswer & { stillWaitingFor?: string[] }> {
    const allowed = await this.taker.may(step, 'whistle.revisit', body);
    await this.calls.refuseIfTaken(allowed.row, step.actor.userId);
    const answer = await this.answer(allowed, body);
    if (answer.state !== 'REVISITING') await this.calls.end(allowed.row, step.actor.userId);
    return answer;
  }

  /** The same for one who is known to be let say it: the resident too, by the tracking code. */
  async answer(allowed: AllowedStep, body: RevisitWhistle): Promise<StepAnswer & { stillWaitingFor?: string[] }> {
    const { row, by } = allowed;
    if (isOfEarlierAsking(row, contentIdOf(allowed.requestId))) return asItIs(row);
    if (row.state !== 'REVISITING') throw new ProblemError('wrongState', { state: row.state });
    const contentId = await this.taker.keep(allowed, 'revisit', body);
    const at = new Date(this.clock.now());
    const asked = await this.contents.during({ subdistrictId: row.subdistrictId, contentId }, () =>
      this.reporters.answer(row, body, by.userId, at),
    );
    const isContent = body.satisfaction !== 'dissatisfied' && body.solved !== 'no';
    if (isContent && asked.waiting.length > 0) {
      await this.contents.finish(row.subdistrictId, contentId);
      const { id, number, version } = row;
      return { id, number, state: 'REVISITING', version, stillWaitingFor: asked.waiting };
    }
    const { satisfaction, solved } = isContent ? asked.together : body;
    return this.taker.send(allowed, revisitUpdate, { by, satisfaction, solved, contentId });
  }

  /** An attempt that did not reach the resident; the one that makes them enough concludes the matter. */
  async logAttempt(step: Step, body: RecordContact): Promise<StepAnswer & { attempts: number }> {
    const allowed = await this.taker.may(step, 'whistle.logRevisitAttempt', body);
    const { row, by, requestId } = allowed;
    if (row.state !== 'REVISITING') throw new ProblemError('wrongState', { state: row.state });
    await this.calls.refuseIfTaken(row, step.actor.userId);
    const at = new Date(this.clock.now());
    const attempts = await this.reporters.attempt(row, {
      id: requestId,
      ...body,
      attemptedBy: by.userId,
      attemptedAt: at,
    });
    const { id, number, version, subdistrictId, ruleSetVersion, blownAt } = row;
    const terms = await this.terms.termsOf(subdistrictId, row.grade as Grade, ruleSetVersion, blownAt.getTime());
    if (!isUnreachable(attempts, terms)) return { id, number, version, state: 'REVISITING', attempts: attempts.length };
    const answer = await this.taker.send(allowed, unreachedUpdate, { by, attempts });
    return { ...answer, attempts: attempts.length };
  }
}

/** The request is a repeat, and the word it brought has been decided on. */
const isOfEarlierAsking = ({ state, waitingSince, contents }: WhistleRow, contentId: string): boolean =>
  contents.some(
    ({ id, createdAt }) => id === contentId && (state !== 'REVISITING' || (waitingSince ?? createdAt) > createdAt),
  );
