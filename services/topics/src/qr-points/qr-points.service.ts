import { randomUUID } from 'node:crypto';
import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type {
  CreateQrPoint,
  QrForm,
  QrKeyVersion,
  QrPoint as QrPointAnswer,
  QrPointPage,
} from '@hsl/contracts/schemas/qr-points';
import type { QrPointKind } from '@hsl/contracts/submissions';
import { recordDecision } from '@hsl/database/record-decision';
import { asInstant } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf, type PageQuery } from '@hsl/platform/page';
import { InvalidInputError } from '@hsl/platform/invalid-input.error';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CategoriesRepository } from '../categories/categories.repository.js';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { PublicTopics } from '../endorsements/public-topics.js';
import type { QrPoint } from '../generated/prisma/client.js';
import { VenuesRepository } from '../venues/venues.repository.js';
import { QrCodes } from './qr-codes.service.js';
import { QrPointsRepository } from './qr-points.repository.js';

const position = z.object({ createdAt: z.iso.datetime(), id: z.uuid() });

/** Points where codes hang (S98, S17): made, revoked, read. */
@Injectable()
export class QrPointsService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly points: QrPointsRepository,
    private readonly codes: QrCodes,
    private readonly categories: CategoriesRepository,
    private readonly communities: CommunitiesRepository,
    private readonly topics: PublicTopics,
    private readonly venues: VenuesRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError roleNotAllowed, unknownCommunity, unknownCategory; InvalidInputError for no venue of theirs */
  async create(actor: Actor, body: CreateQrPoint): Promise<QrPointAnswer> {
    const { subdistrictId, userId } = actor;
    const { kind, place, communityId, estateId, venueId, categoryCode } = body;
    const { role } = this.access.authorize(actor, 'qrPoint.manage', { subdistrictId, communityId });
    const known = await this.communities.namesOf(subdistrictId, [communityId]);
    if (!known.has(communityId)) throw new ProblemError('unknownCommunity');
    const isActive = categoryCode === undefined || (await this.categories.isActive(subdistrictId, categoryCode));
    if (!isActive) throw new ProblemError('unknownCategory');
    await this.checkVenue(subdistrictId, communityId, venueId);
    const [id, at] = [randomUUID(), this.clock.now()];
    const { version: keyVersion } = await this.points.signingKey(subdistrictId);
    await recordDecision(this.database.pool(subdistrictId), {
      ...{ table: 'qr_point', id, subdistrictId, insert: true, decisionId: `qrPoint/${id}#1`, at, source: 'topics' },
      patch: {
        ...{
          kind,
          place,
          community_id: communityId,
          estate_id: estateId,
          venue_id: venueId,
          category_code: categoryCode,
        },
        ...{ key_version: keyVersion, created_by: userId, created_at: asInstant(at) },
      },
      timeline: [{ kind: 'qrPointCreated', toState: 'ACTIVE', actorId: userId, actorRole: role }],
      events: [],
    });
    return this.view(await this.existing(subdistrictId, id));
  }

  /** A second time answers the same. @throws ProblemError notFound, roleNotAllowed */
  async revoke(actor: Actor, id: string): Promise<QrPointAnswer> {
    const point = await this.reachable(actor, id);
    if (!point.active) return this.view(point);
    const { subdistrictId, communityId, version } = point;
    const { role } = this.access.authorize(actor, 'qrPoint.revoke', { subdistrictId, communityId });
    const at = this.clock.now();
    await recordDecision(this.database.pool(subdistrictId), {
      ...{ table: 'qr_point', id, subdistrictId, expectedVersion: version, decisionId: `qrPoint/${id}#revoked` },
      ...{ at, source: 'topics', events: [] },
      patch: { active: false, revoked_at: asInstant(at) },
      timeline: [
        { kind: 'qrPointRevoked', fromState: 'ACTIVE', toState: 'REVOKED', actorId: actor.userId, actorRole: role },
      ],
    });
    return this.view(await this.existing(subdistrictId, id));
  }

  /**
   * A new key signs from now on. Codes that hang stay valid until their point is reissued or revoked.
   * @throws ProblemError roleNotAllowed
   */
  async rotateKey(actor: Actor): Promise<QrKeyVersion> {
    const { subdistrictId, userId } = actor;
    this.access.authorize(actor, 'qrPoint.manage', { subdistrictId, subdistrictWide: true });
    const { version } = await this.points.signingKey(subdistrictId);
    await this.points.addKey(subdistrictId, version, userId);
    return { version: (await this.points.signingKey(subdistrictId)).version };
  }

  /**
   * Its code is signed anew with the newest key; the printed one is no longer in use.
   * @throws ProblemError notFound, roleNotAllowed, qrCodeRevoked
   */
  async reissue(actor: Actor, id: string): Promise<QrPointAnswer> {
    const point = await this.existing(actor.subdistrictId, id);
    const { subdistrictId, communityId, version, keyVersion } = point;
    const { role } = this.access.authorize(actor, 'qrPoint.manage', { subdistrictId, communityId });
    if (!point.active) throw new ProblemError('qrCodeRevoked');
    const newest = (await this.points.signingKey(subdistrictId)).version;
    if (newest === keyVersion) return this.view(point);
    await recordDecision(this.database.pool(subdistrictId), {
      ...{ table: 'qr_point', id, subdistrictId, expectedVersion: version, at: this.clock.now(), source: 'topics' },
      ...{ decisionId: `qrPoint/${id}#key${newest}`, patch: { key_version: newest }, events: [] },
      timeline: [
        {
          ...{
            kind: 'qrPointReissued',
            fromState: 'ACTIVE',
            toState: 'ACTIVE',
            actorId: actor.userId,
            actorRole: role,
          },
          details: { keyVersion: newest },
        },
      ],
    });
    return this.view(await this.existing(subdistrictId, id));
  }

  /** Of one community, or of all the caller may reach. @throws ProblemError roleNotAllowed */
  async list(actor: Actor, { limit, cursor, communityId }: PageQuery & { communityId?: string }): Promise<QrPointPage> {
    const scopes = this.access.scopes(actor, 'qrPoint.revoke');
    if (scopes.length === 0) throw new ProblemError('roleNotAllowed');
    const after = decodeCursor(cursor, position);
    const rows = await this.points.list(actor.subdistrictId, scopes, { after, limit, communityId });
    const page = pageOf(rows, limit, ({ createdAt, id }) => ({ createdAt: createdAt.toISOString(), id }));
    return { ...page, items: await Promise.all(page.items.map((row) => this.view(row))) };
  }

  /** A point that whoever may revoke it may also print. @throws ProblemError notFound, roleNotAllowed */
  async reachable(actor: Actor, id: string): Promise<QrPoint> {
    const point = await this.existing(actor.subdistrictId, id);
    const { subdistrictId, communityId } = point;
    this.access.authorize(actor, 'qrPoint.revoke', { subdistrictId, communityId });
    return point;
  }

  /** What the form is filled with, for whoever scanned the code. @throws ProblemError qrCodeUnknown, qrCodeRevoked */
  async form(code: string): Promise<QrForm> {
    const { id, subdistrictId, communityId, kind, place, estateId, categoryCode } = await this.codes.resolve(code);
    const names = await this.communities.namesOf(subdistrictId, [communityId]);
    return {
      ...{ subdistrictId, communityId, communityName: names.get(communityId), place },
      kind: kind as QrPointKind,
      ...{ estateId: estateId ?? undefined, categoryCode: categoryCode ?? undefined },
      places: await this.points.placesBeside(subdistrictId, communityId, id),
      topics: await this.topics.ofCommunity(subdistrictId, communityId),
    };
  }

  /** A venue of the community, or one of the whole subdistrict. */
  private async checkVenue(subdistrictId: string, communityId: string, venueId: string | undefined): Promise<void> {
    if (venueId === undefined) return;
    const venue = await this.venues.find(subdistrictId, venueId);
    const isTheirs = venue !== undefined && (venue.communityId === null || venue.communityId === communityId);
    if (!isTheirs) throw new InvalidInputError([{ code: 'notAmong', path: ['venueId'] }]);
  }

  private async existing(subdistrictId: string, id: string): Promise<QrPoint> {
    const point = z.uuid().safeParse(id).success ? await this.points.find(subdistrictId, id) : null;
    if (!point) throw new ProblemError('notFound');
    return point;
  }

  private async view(row: QrPoint): Promise<QrPointAnswer> {
    const { id, version, place, communityId, active, createdAt, revokedAt } = row;
    return {
      ...{ id, version, place, communityId, active, code: await this.codes.codeOf(row) },
      kind: row.kind as QrPointKind,
      ...{ estateId: row.estateId ?? undefined, categoryCode: row.categoryCode ?? undefined },
      venueId: row.venueId ?? undefined,
      ...{ createdAt: createdAt.toISOString(), revokedAt: revokedAt?.toISOString() },
    };
  }
}
