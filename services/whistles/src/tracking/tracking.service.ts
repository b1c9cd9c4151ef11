import { actorRefOf, type Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { Facts } from '@hsl/access/target';
import type { Grade } from '@hsl/contracts/grades';
import { toIso } from '@hsl/contracts/instants';
import type { AskAgain, RateMatter, TrackedMatter } from '@hsl/contracts/schemas/tracking';
import { ENDED_WHISTLE_STATES, type Outcome, type WhistleState } from '@hsl/contracts/states';
import { requestIdOf } from '@hsl/database/request-id';
import { clockFor } from '@hsl/domain/step-clock';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { factsOf, targetOf } from '../matter/whistle-facts.js';
import { WhistleRepository, type WhistleRow } from '../matter/whistle.repository.js';
import { ReferenceBook } from '../reference/reference-book.js';
import { TermsService } from '../rules/terms.service.js';
import { ReopeningService } from '../steps/reopening.service.js';
import { RevisitsService } from '../steps/revisits.service.js';
import { contentIdOf } from '../steps/step-content.js';
import type { AllowedStep } from '../steps/step-taker.js';
import { TrackedMatters, type Tracked } from './tracked-matters.js';
import { trackedSteps, type Reached } from './tracked-steps.js';
import { standingWords } from './tracking-words.js';

/** Whoever has the code has no other name. */
const SENDER = 'sender';
const REOPENABLE = ['CONCLUDED', 'LOOKING_BACK'];
const isEnded = (state: string): boolean => (ENDED_WHISTLE_STATES as readonly string[]).includes(state);

interface Asked {
  code: string;
  key: string | undefined;
  locale: Locale;
}

/** What residents read of their matter and say of its result, by the tracking code (domain 4.2 revisit, 4.5). */
@Injectable()
export class TrackingService {
  constructor(
    private readonly access: AccessService,
    private readonly matters: TrackedMatters,
    private readonly whistles: WhistleRepository,
    private readonly book: ReferenceBook,
    private readonly terms: TermsService,
    private readonly revisits: RevisitsService,
    private readonly reopening: ReopeningService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError trackingCodeTypo, notFound */
  async track(code: string, locale: Locale): Promise<TrackedMatter> {
    const tracked = await this.matters.find(code);
    const { row } = tracked;
    this.authorize(tracked, 'whistle.read', { trackingCode: true });
    const names = (await this.book.of(row.subdistrictId)).departmentNames;
    const lead = row.leadDepartmentId === null ? undefined : names.get(row.leadDepartmentId);
    const supporting = row.departmentIds.filter((id) => id !== row.leadDepartmentId).map((id) => names.get(id));
    const [state, outcome] = [row.state as WhistleState, (row.outcome ?? undefined) as Outcome | undefined];
    const dueAt = await this.promisedAt(row, state);
    return {
      ...{ words: standingWords({ state, outcome, lead }, locale), outcome, lead },
      steps: trackedSteps(state, await this.reachedBy(row), locale),
      supporting: supporting.filter((name) => name !== undefined),
      ...{ dueAt: dueAt?.toISOString(), overdue: dueAt !== undefined && dueAt.getTime() < this.clock.now() },
      ...{
        explanation: explanationOf(row),
        referral: referralOf(row),
        rating: await this.ratingOf(tracked),
        reopening: await this.reopeningOf(tracked),
      },
    };
  }

  /**
   * The sender's own answer to the revisit, once each time it is asked for.
   * @throws ProblemError as `track`; roleNotAllowed for a code that proves no sender; alreadyAnswered; wrongState
   */
  async rate(asked: Asked, body: RateMatter): Promise<TrackedMatter> {
    const tracked = await this.matters.find(asked.code);
    const allowed = this.allowed(tracked, 'whistle.answerRevisit', body, asked.key);
    const isRepeat = tracked.row.contents.some(({ id }) => id === contentIdOf(allowed.requestId));
    const { open, given } = await this.ratingOf(tracked);
    if (given && !isRepeat) throw new ProblemError('alreadyAnswered', { state: tracked.row.state });
    if (!open && !isRepeat) throw new ProblemError('wrongState', { state: tracked.row.state });
    await this.revisits.answer(allowed, { ...body, reporterId: tracked.sender?.reporterId });
    return this.track(asked.code, asked.locale);
  }

  /** @throws ProblemError as `track`; roleNotAllowed; wrongState; reopenClosed after thirty days */
  async reopen(asked: Asked, body: AskAgain): Promise<TrackedMatter> {
    const tracked = await this.matters.find(asked.code);
    await this.reopening.takeUp(this.allowed(tracked, 'whistle.reopen', body, asked.key), body);
    return this.track(asked.code, asked.locale);
  }

  private allowed(tracked: Tracked, action: string, body: object, key: string | undefined): AllowedStep {
    const { row } = tracked;
    const { actor, role } = this.authorize(tracked, action, { provenSender: tracked.sender !== undefined });
    return { row, role, by: actorRefOf(actor, role), requestId: requestIdOf(actor, action, row.id, body, key) };
  }

  private authorize({ row }: Tracked, action: string, facts: Facts) {
    const { subdistrictId } = row;
    const actor: Actor = { userId: SENDER, subdistrictId, posts: [{ role: 'resident' }] };
    const target = { ...targetOf(row), createdBy: SENDER };
    const known = { ...factsOf(row, actor, this.clock.now()), ...facts };
    return { actor, role: this.access.authorize(actor, action, target, known).role };
  }

  private async promisedAt(row: WhistleRow, state: WhistleState): Promise<Date | undefined> {
    if (state === 'LEDGERED') return this.matters.nextMilestoneAt(row);
    return isEnded(state) ? undefined : (row.dueAt ?? undefined);
  }

  private async ratingOf(tracked: Tracked): Promise<TrackedMatter['rating']> {
    const { row, sender } = tracked;
    const answeredAt = await this.matters.answeredAt(tracked);
    const isAsking = row.state === 'REVISITING';
    const given = answeredAt !== undefined && (!isAsking || answeredAt >= (row.waitingSince ?? row.blownAt));
    const isOneOfThem = sender !== undefined && (sender.reporterId !== undefined || row.reporterCount === 0);
    return { open: isAsking && isOneOfThem && !given, given };
  }

  private async reopeningOf({ row, sender }: Tracked): Promise<TrackedMatter['reopening']> {
    if (!REOPENABLE.includes(row.state) || row.concludedAt === null) return { open: false };
    const { subdistrictId, ruleSetVersion, blownAt, concludedAt } = row;
    const terms = await this.terms.termsOf(subdistrictId, row.grade as Grade, ruleSetVersion, blownAt.getTime());
    const { dueAt } = clockFor(concludedAt.getTime(), terms.steps.reopen, terms);
    return { open: sender !== undefined && this.clock.now() <= dueAt, until: toIso(dueAt) };
  }

  private async reachedBy({ subdistrictId, id, blownAt }: WhistleRow): Promise<Reached[]> {
    const later = await this.whistles.reached(subdistrictId, id);
    return [
      { state: 'BLOWN', at: blownAt.getTime() },
      ...later.map(({ toState, at }) => ({ state: toState as WhistleState, at: at.getTime() })),
    ];
  }
}

/** Domain 4.5: the choice after a third dissatisfied answer is public with its reason, a carrying over with its reply. */
function explanationOf({ state, outcome, contents }: WhistleRow): string | undefined {
  if (outcome === 'explained' || outcome === 'referred') {
    const choice = contents.findLast(({ kind }) => kind === 'outcomeChoice')?.body as { reason?: string } | undefined;
    return choice?.reason;
  }
  if (state !== 'LEDGERED') return undefined;
  const said = contents.filter(({ kind }) => kind === 'carryOver').map(({ body }) => body as { reply?: string });
  return said.findLast(({ reply }) => reply !== undefined)?.reply;
}

/** Who is in charge of it instead, as the refusal said. */
function referralOf({ state, contents }: WhistleRow): string | undefined {
  if (state !== 'NOT_ACCEPTED') return undefined;
  const refusal = contents.findLast(({ kind }) => kind === 'decline')?.body as { referral?: string } | undefined;
  return refusal?.referral;
}
