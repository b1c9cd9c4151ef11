import { randomUUID } from 'node:crypto';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { Submission as Answer, TakeAsNewTopic } from '@hsl/contracts/schemas/submissions';
import { recordDecision } from '@hsl/database/record-decision';
import { inTransaction } from '@hsl/database/transaction';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { birthOf } from '../topics/topic-birth.js';
import { stepDecision, SUBMISSION_STEPS } from './submission-steps.js';
import { submissionView } from './submission-view.js';
import { SubmissionsService } from './submissions.service.js';

/** What a resident told becomes a topic of its own, whose source residents are (S107). */
@Injectable()
export class SubmissionTopics {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly submissions: SubmissionsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Topic and end of the submission in one transaction: neither is without the other.
   * @throws ProblemError as the other steps; unknownCategory if neither it nor the submission names one
   */
  async take(actor: Actor, id: string, { answer, ...said }: TakeAsNewTopic): Promise<Answer> {
    const step = SUBMISSION_STEPS.topic;
    const body = { answer, categoryCode: said.categoryCode };
    const { row, by } = await this.submissions.allowed(actor, id, step, body);
    const { subdistrictId, communityId } = row;
    const categoryCode = said.categoryCode ?? row.categoryCode;
    if (categoryCode === null) throw new ProblemError('unknownCategory');
    const [topicId, at] = [randomUUID(), this.clock.now()];
    const { decision } = birthOf({
      ...{ ...said, categoryCode, communityIds: [communityId], id: topicId, subdistrictId, at },
      ...{ proposedBy: actorRefOf(actor, by.role), isResidents: true },
    });
    const end = stepDecision({ row, step, body: { answer, categoryCode, topicId }, by, at });
    await this.submissions.orWrongState(row, () =>
      inTransaction(this.database.pool(subdistrictId), async (client) => {
        await recordDecision(client, decision);
        await recordDecision(client, end);
      }),
    );
    return submissionView(await this.submissions.existing(actor, id), this.clock.now());
  }
}
