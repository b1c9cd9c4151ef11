import type { PastSession } from '@hsl/contracts/past-session';
import type { ActorRef } from '@hsl/contracts/roles';
import { recordDecision } from '@hsl/database/record-decision';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { nameUuid } from '@hsl/platform/name-uuid';
import type { PastSessionActivities } from '@hsl/workflows/past/past-session.activities';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { MinutesDrafts } from '../sessions/minutes-drafts.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { thematicHeld } from '../sessions/thematic-end.js';
import { sittingPlanned } from '../sittings/sitting-decisions.js';
import { convened } from '../sittings/thematic-convened.js';

/** What is said where the files kept no more than day, place and number of people. */
const WORDS = {
  agenda: ['往年补录：议题协商'],
  problem: '居民关心的问题（往年补录，详见原始会议记录）',
  consensus: '达成一致（往年补录，详见原始会议记录）',
};

/** Records thematic sessions that were held before the platform was there (domain 6, S70), as of their days. */
@Injectable()
export class PastSessionRecorder implements PastSessionActivities {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly sessions: SessionsRepository,
    private readonly minutes: MinutesDrafts,
    private readonly relay: OutboxRelay,
  ) {}

  async recordPastSession(past: PastSession): Promise<void> {
    const by: ActorRef = { userId: past.convenedBy, role: 'liaisonOfficer' };
    await this.convene(past, by);
    await this.hold(past, by);
    this.relay.kick();
  }

  private async convene({ sessionId: id, subdistrictId, topicId, communityId, heads, at }: PastSession, by: ActorRef) {
    const communityIds = [communityId];
    const session = { id, subdistrictId, topicId, communityIds, round: 1, memberIds: [] };
    const onMatter = { whistleId: null, number: null, communityId: null };
    const [startsAt, endsAt] = [at.starts, at.ends].map((instant) => new Date(instant).toISOString()) as [
      string,
      string,
    ];
    const body = { format: 'onSite', startsAt, endsAt, agenda: WORDS.agenda, openToAll: true } as const;
    const sittingId = nameUuid('sitting', id, 1);
    const planned = sittingPlanned({
      session: { ...session, ...onMatter },
      id: sittingId,
      version: 0,
      body,
      by,
      at: at.convened,
    });
    await this.database.transaction(subdistrictId, async (client) => {
      await recordDecision(client, convened(session, by.userId, at.convened, at.ends));
      await recordDecision(client, { ...planned, patch: { ...planned.patch, heads } });
    });
  }

  private async hold({ sessionId, subdistrictId, heads, at }: PastSession, by: ActorRef): Promise<void> {
    const session = await this.sessions.find(subdistrictId, sessionId);
    if (session?.state !== 'CONVENED') return;
    const contentId = nameUuid('past', sessionId, 'minutes');
    const { problem, consensus } = WORDS;
    const words = { outcome: 'consensus', problem, consensus, attendance: heads } as const;
    await this.minutes.keep(contentId, session, words, by.userId);
    const held = { outcome: 'consensus', contentId, attendance: heads, by, at: at.ends } as const;
    await recordDecision(this.database.pool(subdistrictId), thematicHeld(session, held));
  }
}
