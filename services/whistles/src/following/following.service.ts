import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Follow, Unfollowed } from '@hsl/contracts/schemas/following';
import { Clock } from '@hsl/platform/clock';
import { Injectable } from '@nestjs/common';
import { WhistleReader } from '../matter/whistle-reader.js';
import { listItemOf } from '../matter/whistle-view.js';
import { WhistleRepository } from '../matter/whistle.repository.js';
import { FollowsRepository } from './follows.repository.js';

const MOST_LISTED = 100;

/** People keep an eye on matters that are not theirs, and see what has changed (S95). */
@Injectable()
export class FollowingService {
  constructor(
    private readonly follows: FollowsRepository,
    private readonly reader: WhistleReader,
    private readonly whistles: WhistleRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** Once more says that it has been seen as it is now. @throws ProblemError notFound, roleNotAllowed */
  async follow(actor: Actor, id: string): Promise<Follow> {
    const { row } = await this.reader.get(actor, id, 'whistle.follow');
    const key = { subdistrictId: row.subdistrictId, whistleId: row.id, userId: actor.userId };
    const { whistleId, followedAt, seenVersion } = await this.follows.put(key, row.version, new Date(this.clock.now()));
    return { whistleId, followedAt: followedAt.toISOString(), seenVersion };
  }

  /** @throws ProblemError notFound, roleNotAllowed */
  async unfollow(actor: Actor, id: string): Promise<Unfollowed> {
    const { row } = await this.reader.get(actor, id, 'whistle.follow');
    await this.follows.remove({ subdistrictId: row.subdistrictId, whistleId: row.id, userId: actor.userId });
    return { whistleId: row.id };
  }

  /** What the caller has lost sight of since, by a change of posts, is left out. */
  async list(actor: Actor) {
    const { subdistrictId, userId } = actor;
    const now = this.clock.now();
    const latest = await this.follows.latest(subdistrictId, userId, MOST_LISTED + 1);
    const followed = new Map(latest.slice(0, MOST_LISTED).map((follow) => [follow.whistleId, follow]));
    const rows = followed.size === 0 ? [] : await this.readable(actor, [...followed.keys()], now);
    const items = rows.flatMap((row) => {
      const follow = followed.get(row.id);
      if (!follow) return [];
      const changes = Math.max(0, row.version - follow.seenVersion);
      return [{ whistle: listItemOf(row, now), followedAt: follow.followedAt.toISOString(), changes }];
    });
    const byNews = items.toSorted(
      (one, other) =>
        Number(other.changes > 0) - Number(one.changes > 0) || other.followedAt.localeCompare(one.followedAt),
    );
    return { items: byNews, truncated: latest.length > MOST_LISTED };
  }

  private readable(actor: Actor, ids: string[], now: number) {
    const scopes = this.access.scopes(actor, 'whistle.follow');
    return this.whistles.list(actor.subdistrictId, scopes, { ids: ids.join(','), limit: MOST_LISTED }, new Date(now));
  }
}
