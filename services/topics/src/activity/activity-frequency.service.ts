import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { ActivityFrequency } from '@hsl/contracts/schemas/topic-review';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { SILENT_AFTER_DAYS, silentDays } from './activity-silence.js';
import { ActivityRepository } from './activity.repository.js';

/** How often something is held in each community of the caller's scope (S13). */
@Injectable()
export class ActivityFrequencies {
  constructor(
    private readonly activity: ActivityRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError roleNotAllowed for whoever reads published activities only */
  async of(actor: Actor): Promise<ActivityFrequency> {
    const ways = this.access.scopes(actor, 'activity.read').filter(({ views }) => views.length === 0);
    if (ways.length === 0) throw new ProblemError('roleNotAllowed');
    const isWide = ways.some(({ communityIds }) => communityIds === undefined);
    const only = isWide ? undefined : ways.flatMap(({ communityIds = [] }) => communityIds);
    const now = this.clock.now();
    const communities = await this.activity.ofCommunities(actor.subdistrictId, only, now);
    return {
      days: SILENT_AFTER_DAYS,
      communities: communities.map(({ communityId, name, held, ...heard }) => ({
        ...{ communityId, name, held, isSilent: silentDays(heard, now) !== undefined },
        ...(heard.lastHeldOn === null ? {} : { lastHeldOn: heard.lastHeldOn }),
      })),
    };
  }
}
