import type { CloudEvent } from '@hsl/contracts/event';
import { recordDecision } from '@hsl/database/record-decision';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { ScreeningClocks } from '../screening/screening-clocks.js';
import { SUBMISSION_STEPS, stepDecision } from './submission-steps.js';
import { SubmissionsRepository } from './submissions.repository.js';

/** The written answer, without which nothing ends (S111): for its sender, who has the code of the submission. */
const answerOf = (number: string): string =>
  `您反映的事，社区已经吹哨，编号 ${number}，有关单位会来办。用原来的查询码可以看进展，办完请您评价。`;

/** A submission follows the whistle that was blown from it. */
@Injectable()
export class BlownSubmissions {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly submissions: SubmissionsRepository,
    private readonly relay: OutboxRelay,
    private readonly clocks: ScreeningClocks,
  ) {}

  /**
   * It ends as WHISTLE if it is still open and of the whistle's community. Whoever blew may have named any id, and
   * somebody may have answered meanwhile: then it stays as it is. The same event again finds it ended.
   * @throws VersionConflict if somebody decides at the same instant; the event is then told again
   */
  async follow({ subdistrictid, data }: CloudEvent<'whistle.blown.v1'>): Promise<void> {
    const { submissionId, whistleId, number, communityId, blownBy, at } = data;
    if (submissionId === undefined) return;
    const row = await this.submissions.find(subdistrictid, submissionId);
    if (row?.state !== 'RECEIVED' || row.communityId !== communityId) return;
    const body = { whistleId, answer: answerOf(number) };
    const taken = { row, step: SUBMISSION_STEPS.whistle, body, by: { userId: blownBy }, at };
    await recordDecision(this.database.pool(subdistrictid), stepDecision(taken));
    this.relay.kick();
    this.clocks.kick();
  }
}
