import { randomBytes } from 'node:crypto';
import type { ScopeFilter } from '@hsl/access/target';
import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Prisma, QrPoint } from '../generated/prisma/client.js';

const SECRET_BYTES = 32;
const MOST_PLACES = 20;
type Key = { version: number; secret: Uint8Array };

/** Points and the keys their codes are signed with. */
@Injectable()
export class QrPointsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: TopicsDatabase) {}

  find(subdistrictId: string, id: string): Promise<QrPoint | null> {
    return this.database.forTenant(subdistrictId).qrPoint.findFirst({ where: { subdistrictId, id } });
  }

  /** Where else in the community codes hang, each place once. */
  async placesBeside(subdistrictId: string, communityId: string, id: string): Promise<string[]> {
    const rows = await this.database.forTenant(subdistrictId).qrPoint.findMany({
      where: { subdistrictId, communityId, active: true, id: { not: id } },
      select: { place: true },
      distinct: ['place'],
      orderBy: { place: 'asc' },
      take: MOST_PLACES,
    });
    return rows.map(({ place }) => place);
  }

  /** One row more than `limit`, if there is one. Newest first. */
  list(
    subdistrictId: string,
    scopes: readonly ScopeFilter[],
    { after, limit, communityId }: { after?: { createdAt: string; id: string }; limit: number; communityId?: string },
  ): Promise<QrPoint[]> {
    const within: Prisma.QrPointWhereInput = scopes.some(({ communityIds }) => communityIds === undefined)
      ? {}
      : { communityId: { in: scopes.flatMap(({ communityIds }) => communityIds ?? []) } };
    return this.database.forTenant(subdistrictId).qrPoint.findMany({
      where: {
        subdistrictId,
        AND: [within, beyond('createdAt', after), communityId === undefined ? {} : { communityId }],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  /**
   * The key of that version. Asked before anybody is known, of whatever subdistrict a code claims: by the system's
   * connection, so that a forged code opens no pool for a tenant that does not exist.
   */
  async keyOf(subdistrictId: string, version: number): Promise<Uint8Array | undefined> {
    const found = await this.database.system.qrKey.findUnique({
      where: { subdistrictId_version: { subdistrictId, version } },
    });
    return found?.secret;
  }

  /** The newest key; the first one is made when the first point is. */
  async signingKey(subdistrictId: string): Promise<Key> {
    const tenant = this.database.forTenant(subdistrictId);
    await tenant.qrKey.createMany({
      data: [{ subdistrictId, version: 1, secret: randomBytes(SECRET_BYTES) }],
      skipDuplicates: true,
    });
    return tenant.qrKey.findFirstOrThrow({ where: { subdistrictId }, orderBy: { version: 'desc' } });
  }

  /** A new key after `version`; if another one came first, that one stands. */
  async addKey(subdistrictId: string, version: number, createdBy: string): Promise<void> {
    await this.database.forTenant(subdistrictId).qrKey.createMany({
      data: [{ subdistrictId, version: version + 1, secret: randomBytes(SECRET_BYTES), createdBy }],
      skipDuplicates: true,
    });
  }
}
