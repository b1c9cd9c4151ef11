import { randomUUID } from 'node:crypto';
import { AccessService } from '@hsl/access/access.service';
import { actorRefOf } from '@hsl/access/actor';
import type { ActorRef } from '@hsl/contracts/roles';
import type { ChangeRoom, ChangeVenue, CreateRoom, CreateVenue, Room, Venue } from '@hsl/contracts/schemas/venues';
import { VersionConflict, type Decision } from '@hsl/database/decision';
import { asJson } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { CommunitiesRepository } from '../communities/communities.repository.js';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { recordOnce, type Asked } from './record-once.js';
import { targetOfVenue } from './venue-access.js';
import { VenuesService } from './venues.service.js';

const MANAGE = 'venue.manage';
/** What the administrator does to a venue or a room, with the language of the answer. */
export type Managing = Asked & { locale: Locale };

/** Opens, changes and closes venues and rooms (S11, S17). Each deed is one statement with its trail. */
@Injectable()
export class VenueManagementService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly venues: VenuesService,
    private readonly communities: CommunitiesRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError roleNotAllowed, unknownCommunity, idempotencyKeyReused */
  async create(asked: Managing, body: CreateVenue): Promise<Venue> {
    const { actor, locale } = asked;
    const { subdistrictId } = actor;
    const { role } = this.access.authorize(actor, MANAGE, { subdistrictId });
    await this.checkCommunity(subdistrictId, body.communityId);
    const { kind, name, address, openingHours, communityId = null } = body;
    const row = { id: randomUUID(), subdistrictId, version: 1, kind, name, address, openingHours, communityId };
    const by = actorRefOf(actor, role);
    const decision: Decision = {
      ...{ ...this.deed('venue', row.id, subdistrictId, 1, by, 'venueOpened'), insert: true },
      patch: { kind, name, address, opening_hours: asJson(openingHours), community_id: communityId, active: true },
    };
    const answer = this.venues.view(actor, { ...row, active: true }, locale);
    return recordOnce(this.database.pool(subdistrictId), decision, asked, { status: 201, body, answer });
  }

  /** @throws ProblemError notFound, roleNotAllowed, preconditionFailed */
  async change(asked: Managing, id: string, body: ChangeVenue): Promise<Venue> {
    const { actor, locale } = asked;
    const venue = await this.venues.find(actor, id);
    const { role } = this.access.authorize(actor, MANAGE, targetOfVenue(venue));
    const { kind, name, address, openingHours, active } = body;
    const patch = { kind, name, address, active };
    const hours = openingHours === undefined ? {} : { opening_hours: asJson(openingHours) };
    const decision = this.changeOf('venue', venue, actorRefOf(actor, role), { ...patch, ...hours });
    const answer = this.venues.view(actor, { ...venue, ...given(body), version: venue.version + 1 }, locale);
    return this.store(asked, venue.version, decision, { body: { ...body, id }, answer });
  }

  /** @throws ProblemError notFound, roleNotAllowed, idempotencyKeyReused */
  async createRoom(asked: Managing, venueId: string, body: CreateRoom): Promise<Room> {
    const { actor, locale } = asked;
    const venue = await this.venues.find(actor, venueId);
    const { role } = this.access.authorize(actor, MANAGE, targetOfVenue(venue));
    const { subdistrictId } = venue;
    const row = { id: randomUUID(), subdistrictId, version: 1, venueId, ...body, active: true };
    const decision: Decision = {
      ...{ ...this.deed('room', row.id, subdistrictId, 1, actorRefOf(actor, role), 'roomOpened'), insert: true },
      patch: { ...body, venue_id: venueId, active: true },
    };
    const answer = this.venues.viewOfRoom(actor, row, venue, locale);
    const request = { status: 201, body: { ...body, venueId }, answer };
    return recordOnce(this.database.pool(subdistrictId), decision, asked, request);
  }

  /** @throws ProblemError notFound, roleNotAllowed, preconditionFailed */
  async changeRoom(asked: Managing, id: string, body: ChangeRoom): Promise<Room> {
    const { actor, locale } = asked;
    const room = await this.venues.findRoom(actor, id);
    const { role } = this.access.authorize(actor, MANAGE, targetOfVenue(room.venue));
    const decision = this.changeOf('room', room, actorRefOf(actor, role), body);
    const after = { ...room, ...given(body), version: room.version + 1 };
    const answer = this.venues.viewOfRoom(actor, after, room.venue, locale);
    return this.store(asked, room.version, decision, { body: { ...body, id }, answer });
  }

  private changeOf(
    table: 'venue' | 'room',
    { id, subdistrictId, version }: { id: string; subdistrictId: string; version: number },
    by: ActorRef,
    patch: Decision['patch'],
  ): Decision {
    const deed = this.deed(table, id, subdistrictId, version + 1, by, `${table}Changed`);
    return { ...deed, patch, expectedVersion: version };
  }

  /** Nobody acts on a change of a venue, so it has no event; who did it is in the trail. */
  private deed(table: string, id: string, subdistrictId: string, version: number, by: ActorRef, kind: string) {
    const decisionId = `${table}/${id}#${version}/${randomUUID()}`;
    const timeline = [{ kind, actorId: by.userId, actorRole: by.role }];
    return { table, id, subdistrictId, decisionId, at: this.clock.now(), timeline, events: [], source: 'topics' };
  }

  private async store<T extends object>(
    asked: Managing,
    version: number,
    decision: Decision,
    { body, answer }: { body: object; answer: T },
  ): Promise<T> {
    if (asked.seen !== undefined && asked.seen !== version) throw new ProblemError('preconditionFailed');
    try {
      const pool = this.database.pool(decision.subdistrictId);
      return await recordOnce(pool, decision, asked, { status: 200, body, answer });
    } catch (error) {
      if (error instanceof VersionConflict) throw new ProblemError('preconditionFailed', { cause: error });
      throw error;
    }
  }

  private async checkCommunity(subdistrictId: string, communityId: string | undefined): Promise<void> {
    if (communityId === undefined) return;
    if ((await this.communities.namesOf(subdistrictId, [communityId])).has(communityId)) return;
    const code = 'unknownCommunity';
    throw new ProblemError(code, { errors: [{ field: 'communityId', code, message: code }] });
  }
}

/** Without what was left out. */
const given = <T extends object>(body: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as never;
