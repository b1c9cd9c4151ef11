import type { AnyOutgoingEvent, Decision } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { asInstant } from '@hsl/database/sql-values';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import type { ScreeningDecision, SubmissionActivities } from '@hsl/workflows/submission/submission.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { ScreeningRepository } from './screening.repository.js';

/** Writes what the clock of a screening decided. The submission itself is changed by people only. */
@Injectable()
export class ScreeningRecorder implements SubmissionActivities {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly screenings: ScreeningRepository,
    private readonly relay: OutboxRelay,
  ) {}

  /** @throws VersionConflict, which no retry can cure, if the row is not where the workflow left it */
  async recordScreeningDecision(decision: ScreeningDecision): Promise<{ isOpen: boolean }> {
    const { subdistrictId, submissionId, fact } = decision;
    const isOpen = await this.screenings.isWaiting(subdistrictId, submissionId);
    // Screened a moment ago, perhaps while Temporal was away: nobody is reminded of what is done.
    if (!isOpen && fact.type === 'stage') return { isOpen };
    await recordDecision(this.database.pool(subdistrictId), rowDecisionOf(decision));
    this.relay.kick();
    return { isOpen: isOpen && fact.type !== 'ended' };
  }
}

function rowDecisionOf(decision: ScreeningDecision): Decision {
  const { submissionId: id, subdistrictId, version, at, fact, after } = decision;
  const kind = { started: 'screeningAwaited', stage: 'screeningDue', ended: 'screeningClockEnded' }[fact.type];
  return {
    ...{ table: 'submission_clock', id, subdistrictId, at, source: 'topics', events: eventsOf(decision) },
    decisionId: `screening/${id}#${version}/${fact.type}`,
    patch: {
      ...{ state: after.isRunning ? 'RUNNING' : 'ENDED', stages: after.stages },
      next_at: after.nextAt === undefined ? null : asInstant(after.nextAt),
    },
    timeline: [{ kind, details: fact.type === 'stage' ? { stage: fact.stage } : {} }],
    ...(version === 1 ? { insert: true } : { expectedVersion: version - 1, supersedesForgotten: true }),
  };
}

/** The subject is the clock's own: its versions are not those of the submission. */
function eventsOf({ submissionId, communityId, dueAt, at, fact }: ScreeningDecision): AnyOutgoingEvent[] {
  if (fact.type !== 'stage') return [];
  const data = { submissionId, communityId, stage: fact.stage, dueAt, at };
  return [{ type: 'submission.screeningDue.v1', subject: `screening/${submissionId}`, data }];
}
