import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type {
  ResponseRate,
  SimilarSubmissions,
  Submission as Answer,
  submissionFilters,
  SubmissionPage,
  SubmissionStatus,
} from '@hsl/contracts/schemas/submissions';
import type { Role } from '@hsl/contracts/roles';
import { VersionConflict, type Decision } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { DAY_MS } from '@hsl/domain/calendar-day';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CategoriesRepository } from '../categories/categories.repository.js';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma, Submission } from '../generated/prisma/client.js';
import { ScreeningClocks } from '../screening/screening-clocks.js';
import { SIMILAR_WITHIN_DAYS, similarTo } from './similar-submissions.js';
import { stepDecision, type StepBody, type SubmissionStep } from './submission-steps.js';
import { standingOf, submissionView } from './submission-view.js';
import { standingWords } from './submission-words.js';
import { submissionsWithin, SubmissionsRepository, type SubmissionRow } from './submissions.repository.js';
import { readTrackingCode, trackingHashOf } from '@hsl/platform/tracking-code';

export type SubmissionQuery = PageQuery & z.output<z.ZodObject<typeof submissionFilters>>;

const position = z.object({ receivedAt: z.iso.datetime(), id: z.uuid() });
const PERIOD_MS = 30 * DAY_MS;
/** A suggestion looks at so many; more come in nowhere in its window. */
const MOST_COMPARED = 1000;

interface Allowed {
  row: SubmissionRow;
  by: { userId: string; role: Role };
}
const isId = (id: string): boolean => z.uuid().safeParse(id).success;

/** What staff read of submissions and do to them; what the sender reads by the code. */
@Injectable()
export class SubmissionsService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly submissions: SubmissionsRepository,
    private readonly categories: CategoriesRepository,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
    private readonly clocks: ScreeningClocks,
  ) {}

  async list(actor: Actor, { limit, cursor, overdue, ...equal }: SubmissionQuery): Promise<SubmissionPage> {
    const scopes = this.access.scopes(actor, 'submission.read');
    if (scopes.length === 0) throw new ProblemError('roleNotAllowed');
    const now = this.clock.now();
    const late: Prisma.SubmissionWhereInput = { state: 'RECEIVED', dueAt: { lt: new Date(now) } };
    const byTime = overdue === undefined ? {} : overdue === 'true' ? late : { NOT: late };
    const filters = [submissionsWithin(scopes), equal, byTime];
    const after = decodeCursor(cursor, position);
    const rows = await this.submissions.list(actor.subdistrictId, filters, after, limit);
    const page = pageOf(rows, limit, ({ receivedAt, id }) => ({ receivedAt: receivedAt.toISOString(), id }));
    return { ...page, items: page.items.map((row) => submissionView(row, now)) };
  }

  /**
   * How many of those due in the period got their written answer (S111).
   * @param from ISO 8601; 30 days before `to` if absent
   * @param to ISO 8601; now if absent
   */
  async responseRate(actor: Actor, query: { from?: string; to?: string }): Promise<ResponseRate> {
    const scopes = this.access.scopes(actor, 'submission.read');
    if (scopes.length === 0) throw new ProblemError('roleNotAllowed');
    const to = new Date(query.to ?? this.clock.now());
    const from = new Date(query.from ?? to.getTime() - PERIOD_MS);
    const counts = await this.submissions.responses(actor.subdistrictId, submissionsWithin(scopes), from, to);
    const share = (part: number): number | undefined => (counts.due === 0 ? undefined : part / counts.due);
    const shares = { answeredShare: share(counts.answered), screenedInTimeShare: share(counts.screenedInTime) };
    return { from: from.toISOString(), to: to.toISOString(), ...counts, ...shares };
  }

  /** @throws ProblemError notFound, also for one the caller may not read */
  async get(actor: Actor, id: string): Promise<Answer> {
    const row = await this.existing(actor, id);
    const { subdistrictId, communityId } = row;
    this.access.authorize(actor, 'submission.read', { subdistrictId, communityId });
    return submissionView(row, this.clock.now());
  }

  /**
   * One step; each but the screening ends the submission with a written answer (S111).
   * @throws ProblemError notFound, roleNotAllowed, separationOfDuties, wrongState with the state, unknownTopic,
   *   unknownSubmission, unknownCategory, unknownWhistle
   */
  async take(actor: Actor, id: string, step: SubmissionStep, body: StepBody): Promise<Answer> {
    const { row, by } = await this.allowed(actor, id, step, body);
    await this.record(row, stepDecision({ row, step, body, by, at: this.clock.now() }));
    return submissionView(await this.existing(actor, id), this.clock.now());
  }

  /** The submission, and with which role the step may be taken. @throws ProblemError as `take` does */
  async allowed(actor: Actor, id: string, step: SubmissionStep, body: StepBody): Promise<Allowed> {
    const row = await this.existing(actor, id);
    const { subdistrictId, communityId, state, handedToCommunity } = row;
    const { role } = this.access.authorize(
      actor,
      step.action,
      { subdistrictId, communityId },
      {
        ...{ state, handedToCommunity, reasonGiven: body.reasonCode !== undefined },
        notEnteredBySelf: row.enteredBy !== actor.userId,
      },
    );
    const isOver = state !== 'RECEIVED' || (step.to === 'RECEIVED' && row.screenedAt !== null);
    if (isOver) throw new ProblemError('wrongState', { state });
    await this.checkNames(row, body);
    return { row, by: { userId: actor.userId, role } };
  }

  /** Others that may tell of the same matter, for whoever may read it. @throws ProblemError notFound */
  async similar(actor: Actor, id: string): Promise<SimilarSubmissions> {
    const row = await this.existing(actor, id);
    const { subdistrictId, communityId, receivedAt } = row;
    this.access.authorize(actor, 'submission.read', { subdistrictId, communityId });
    const since = receivedAt.getTime() - SIMILAR_WITHIN_DAYS * DAY_MS;
    const others = await this.submissions.comparable(row, since, MOST_COMPARED);
    const now = this.clock.now();
    return {
      items: similarTo(row, others).map(({ row: other, score, reasons }) => ({
        ...{ submission: submissionView(other, now), score, reasons },
      })),
    };
  }

  /**
   * What the code alone tells: where it stands and the answer; no words, place or contact of the sender.
   * @throws ProblemError trackingCodeTypo, notFound
   */
  async track(text: string, locale: Locale): Promise<SubmissionStatus> {
    const row = await this.byCode(text);
    const standing = standingOf(row, this.clock.now());
    const { state, isOverdue: overdue } = standing;
    const topic = row.topicId === null ? undefined : await this.submissions.topicOf(row.subdistrictId, row.topicId);
    return {
      ...{ state, words: standingWords(standing, locale), overdue, receivedAt: row.receivedAt.toISOString() },
      dueAt: state === 'RECEIVED' ? row.dueAt.toISOString() : undefined,
      ...{ answer: row.answer ?? undefined, answeredAt: row.answeredAt?.toISOString() },
      sessionResults:
        row.topicId === null ? [] : await this.submissions.sessionResultsOf(row.subdistrictId, row.topicId),
      topicId: topic?.published ? (row.topicId ?? undefined) : undefined,
    };
  }

  /** @throws ProblemError trackingCodeTypo, notFound */
  async byCode(text: string): Promise<SubmissionRow> {
    const code = readTrackingCode(text);
    if (code === undefined) throw new ProblemError('trackingCodeTypo');
    const row = await this.submissions.findByTrackingHash(trackingHashOf(code));
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  /** @throws ProblemError notFound */
  async existing({ subdistrictId }: Actor, id: string): Promise<SubmissionRow> {
    const row = isId(id) ? await this.submissions.find(subdistrictId, id) : null;
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  private async checkNames(row: Submission, { categoryCode, topicId, mergedInto, whistleId }: StepBody): Promise<void> {
    const { subdistrictId } = row;
    if (categoryCode !== undefined && !(await this.categories.isActive(subdistrictId, categoryCode))) {
      throw new ProblemError('unknownCategory');
    }
    if (topicId !== undefined && !(await this.submissions.topicOf(subdistrictId, topicId))) {
      throw new ProblemError('unknownTopic');
    }
    if (whistleId !== undefined) {
      const communityId = await this.submissions.communityOfWhistle(subdistrictId, whistleId);
      if (communityId !== row.communityId) throw new ProblemError('unknownWhistle');
    }
    if (mergedInto === undefined) return;
    const master = mergedInto === row.id ? null : await this.submissions.find(subdistrictId, mergedInto);
    // A chain would leave nobody to look at: merge into the one that others were merged into.
    if (!master || master.state === 'MERGED') throw new ProblemError('unknownSubmission');
  }

  /** @throws ProblemError wrongState if somebody else decided first */
  async record(row: Submission, decision: Decision): Promise<void> {
    await this.orWrongState(row, () => recordDecision(this.database.pool(row.subdistrictId), decision));
  }

  /** Does it, and tells what came of it. @throws ProblemError wrongState if somebody else decided first */
  async orWrongState(row: Submission, decide: () => Promise<unknown>): Promise<void> {
    try {
      await decide();
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      const now = await this.submissions.find(row.subdistrictId, row.id);
      throw new ProblemError('wrongState', { state: now?.state, cause: error });
    }
    this.relay.kick();
    this.clocks.kick();
  }
}
