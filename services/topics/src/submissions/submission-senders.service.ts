import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { AddInfo, Submission as Answer, SubmissionStatus } from '@hsl/contracts/schemas/submissions';
import { cte } from '@hsl/database/sql-fragment';
import { asInstant } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { SENDER, senderActor } from './sender-actor.js';
import { additionDecision, stepDecision, SUBMISSION_STEPS } from './submission-steps.js';
import { submissionView } from './submission-view.js';
import { SubmissionsService } from './submissions.service.js';
import type { SubmissionRow } from './submissions.repository.js';

const ownOf = ({ subdistrictId, communityId, state }: SubmissionRow) => ({
  ...{ subdistrictId, communityId, createdBy: SENDER, state },
});

/** What a sender does to the own submission by the tracking code, and what staff add on the sender's behalf (S35). */
@Injectable()
export class SubmissionSenders {
  constructor(
    private readonly access: AccessService,
    private readonly submissions: SubmissionsService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError trackingCodeTypo, notFound, wrongState with the state once it has ended */
  async addByCode(code: string, body: AddInfo, locale: Locale): Promise<SubmissionStatus> {
    const row = await this.submissions.byCode(code);
    const facts = { openMatter: isOpen(row), provenSender: true };
    this.access.authorize(senderActor(row.subdistrictId), 'submission.addInfo', ownOf(row), facts);
    await this.add(row, body);
    return this.submissions.track(code, locale);
  }

  /** @throws ProblemError notFound, roleNotAllowed, wrongState */
  async addOnBehalf(actor: Actor, id: string, body: AddInfo): Promise<Answer> {
    const row = await this.submissions.existing(actor, id);
    const { subdistrictId, communityId, state } = row;
    const facts = { openMatter: isOpen(row), onBehalfOfSender: true, provenSender: false };
    const { role } = this.access.authorize(actor, 'submission.addInfo', { subdistrictId, communityId, state }, facts);
    await this.add(row, body, { userId: actor.userId, role });
    return submissionView(await this.submissions.existing(actor, id), this.clock.now());
  }

  /**
   * Taken back while it is open; contact and position go with it. A second time answers the same.
   * @throws ProblemError trackingCodeTypo, notFound, wrongState with the state once it has ended otherwise
   */
  async withdraw(code: string, locale: Locale): Promise<SubmissionStatus> {
    const row = await this.submissions.byCode(code);
    const { state } = row;
    if (state === 'WITHDRAWN') return this.submissions.track(code, locale);
    this.access.authorize(senderActor(row.subdistrictId), 'submission.withdraw', ownOf(row), {
      state,
      provenSender: true,
    });
    if (state !== 'RECEIVED') throw new ProblemError('wrongState', { state });
    const taken = { row, step: SUBMISSION_STEPS.withdraw, body: {}, by: undefined, at: this.clock.now() };
    const forgotten = cte('forgotten')`DELETE FROM submission_contact USING decided
      WHERE submission_contact.submission_id = decided.id::uuid`;
    const nowhere = cte('nowhere')`DELETE FROM submission_position USING decided
      WHERE submission_position.submission_id = decided.id::uuid`;
    await this.submissions.record(row, { ...stepDecision(taken), also: [forgotten, nowhere] });
    return this.submissions.track(code, locale);
  }

  private async add(row: SubmissionRow, { text }: AddInfo, by?: { userId: string; role: string }): Promise<void> {
    if (!isOpen(row)) throw new ProblemError('wrongState', { state: row.state });
    const at = this.clock.now();
    const addition = cte('addition')`INSERT INTO submission_addition
      (submission_id, subdistrict_id, version, text, added_by, added_at)
      SELECT decided.id::uuid, decided.subdistrict_id, ${row.version + 1}::integer, ${text}::text,
        ${by?.userId ?? null}::text, ${asInstant(at)}::timestamptz FROM decided`;
    await this.submissions.record(row, { ...additionDecision(row, by, at), also: [addition] });
  }
}

const isOpen = ({ state }: SubmissionRow): boolean => state === 'RECEIVED';
