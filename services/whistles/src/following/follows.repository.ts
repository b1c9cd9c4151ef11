import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { WhistleFollow } from '../generated/prisma/client.js';

type Key = { subdistrictId: string; whistleId: string; userId: string };

/** Who follows which whistle; a follow is nobody's business but the follower's. */
@Injectable()
export class FollowsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** Follows it, or has seen it as far as this version; since when it is followed stays. */
  put(key: Key, seenVersion: number, at: Date): Promise<WhistleFollow> {
    return this.database.forTenant(key.subdistrictId).whistleFollow.upsert({
      where: { subdistrictId_userId_whistleId: key },
      create: { ...key, seenVersion, followedAt: at },
      update: { seenVersion },
    });
  }

  async remove(key: Key): Promise<void> {
    await this.database.forTenant(key.subdistrictId).whistleFollow.deleteMany({ where: key });
  }

  /** The latest first. */
  latest(subdistrictId: string, userId: string, limit: number): Promise<WhistleFollow[]> {
    return this.database.forTenant(subdistrictId).whistleFollow.findMany({
      where: { subdistrictId, userId },
      orderBy: [{ followedAt: 'desc' }, { whistleId: 'desc' }],
      take: limit,
    });
  }
}
