import type { CloudEvent } from '@hsl/contracts/event';
import type { LinkFailure } from '@hsl/contracts/submissions';
import { announce } from '@hsl/database/announce';
import { envelopeOf, MOST_EVENTS } from '@hsl/database/event-envelope';
import { recordDecision } from '@hsl/database/record-decision';
import { Inbox } from '@hsl/kafka/inbox';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Submission } from '../generated/prisma/client.js';
import { ScreeningClocks } from '../screening/screening-clocks.js';
import { SUBMISSION_STEPS, stepDecision } from './submission-steps.js';
import { SubmissionsRepository } from './submissions.repository.js';

type Blown = CloudEvent<'whistle.blown.v1'>;

/** The written answer, without which nothing ends (S111): for its sender, who has the code of the submission. */
const answerOf = (number: string): string =>
  `您反映的事，社区已经吹哨，编号 ${number}，有关单位会来办。用原来的查询码可以看进展，办完请您评价。`;

/** A submission follows the whistle that was blown from it. */
@Injectable()
export class BlownSubmissions {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly submissions: SubmissionsRepository,
    private readonly inbox: Inbox,
    private readonly relay: OutboxRelay,
    private readonly clocks: ScreeningClocks,
    private readonly clock: Clock,
  ) {}

  /**
   * It ends as WHISTLE if it is still open and of the whistle's community. Whoever blew may have named any id, and
   * somebody may have answered meanwhile: then it stays as it is, and that is told. The same event again finds it ended,
   * and tells nothing twice.
   * @throws VersionConflict if somebody decides at the same instant; the event is then told again
   */
  async follow(event: Blown): Promise<void> {
    const { subdistrictid, data } = event;
    const { submissionId, whistleId, number, communityId, blownBy, at } = data;
    if (submissionId === undefined) return;
    const row = (await this.submissions.find(subdistrictid, submissionId)) ?? undefined;
    if (row?.whistleId === whistleId) return;
    if (row?.state !== 'RECEIVED' || row.communityId !== communityId) {
      return this.tellFailure(event, submissionId, failureOf(row, communityId));
    }
    const body = { whistleId, answer: answerOf(number) };
    const taken = { row, step: SUBMISSION_STEPS.whistle, body, by: { userId: blownBy }, at };
    await recordDecision(this.database.pool(subdistrictid), stepDecision(taken));
    this.relay.kick();
    this.clocks.kick();
  }

  private async tellFailure(event: Blown, submissionId: string, reasonCode: LinkFailure): Promise<void> {
    const { whistleId, number, communityId, blownBy: namedBy } = event.data;
    const { subdistrictid: subdistrictId } = event;
    const at = this.clock.now();
    const data = { submissionId, whistleId, number, communityId, namedBy, reasonCode, at };
    const told = { type: 'submission.linkFailed.v1', subject: `link/${whistleId}`, data } as const;
    const envelope = envelopeOf(told, { source: 'topics', subdistrictId, at, sequence: MOST_EVENTS });
    await this.inbox.once(event, (client) => announce(client, [envelope]), 'submissionLink');
    this.relay.kick();
  }
}

/** What another community has is not there for this one. */
const failureOf = (row: Submission | undefined, communityId: string): LinkFailure =>
  row?.communityId === communityId ? 'submissionEnded' : 'unknownSubmission';
