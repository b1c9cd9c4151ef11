import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Injectable } from '@nestjs/common';
import { silentDays } from './activity-silence.js';
import { ActivityRepository } from './activity.repository.js';

/** Looks for communities in which nothing was held for 30 days, and tells of each once a month (S13). */
@Injectable()
export class ActivityWatch extends HourlySweep {
  constructor(
    private readonly activity: ActivityRepository,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    let told = 0;
    for (const subdistrictId of await this.activity.subdistricts()) told += await this.look(subdistrictId);
    if (told > 0) this.relay.kick();
    return told;
  }

  private async look(subdistrictId: string): Promise<number> {
    const now = this.clock.now();
    const communities = await this.activity.ofCommunities(subdistrictId, undefined, now);
    const unwatched = communities.filter(({ watchedSince }) => watchedSince === null);
    await this.activity.watch(
      subdistrictId,
      unwatched.map(({ communityId }) => communityId),
      now,
    );
    let told = 0;
    for (const { communityId, ...heard } of communities) {
      const days = silentDays(heard, now);
      if (days !== undefined && (await this.activity.tell(subdistrictId, communityId, days, now))) told += 1;
    }
    return told;
  }
}
