import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { CloudEvent } from '@hsl/contracts/event';
import type { Instant } from '@hsl/contracts/instants';
import type { Role } from '@hsl/contracts/roles';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { Clock } from '@hsl/platform/clock';
import type { Recipient } from '../rules/who-is-told.js';
import { WAKE_SQL } from '../stream/wake-channel.js';

const PUT_SQL = `
  INSERT INTO recipient (subdistrict_id, user_id, posts, roles, active)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (subdistrict_id, user_id) DO UPDATE
    SET posts = excluded.posts, roles = excluded.roles, active = excluded.active`;

const PEOPLE_SQL = `
  SELECT user_id AS "userId", posts, roles, EXISTS (
    SELECT FROM contact_address a
    WHERE a.subdistrict_id = r.subdistrict_id AND a.user_id = r.user_id AND a.confirmed_at IS NOT NULL
  ) AS "isReachable"
  FROM recipient r
  WHERE subdistrict_id = $1 AND active
  ORDER BY user_id`;

/** With an address somewhere outside the portal, or without. */
export type ReachableRecipient = Recipient & { isReachable: boolean };

/** Another replica may have heard of a change; until then its news are as late as if they had come that much later. */
const FRESH_MS = 1_000;

type Person = ReachableRecipient & { roles: Role[] };

/** Everybody who may be told things. They change now and then and are asked for by every event, so they are remembered. */
@Injectable()
export class RecipientRepository {
  private readonly known = new Map<string, { readAt: Instant; people: Promise<Person[]> }>();

  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the event; `forget` the tenant's people once that is committed. */
  async put(client: pg.PoolClient, event: CloudEvent<'user.changed.v1'>): Promise<void> {
    const { subdistrictid, data } = event;
    const { userId, posts, active } = data;
    const roles = [...new Set(posts.map(({ role }) => role))];
    await client.query(PUT_SQL, [subdistrictid, userId, JSON.stringify(posts), roles, active]);
    // A closed account's streams must end.
    await client.query(WAKE_SQL, [subdistrictid, [userId]]);
  }

  /** Active people of the tenant who hold at least one of the roles. */
  async withRoles(subdistrictId: string, roles: readonly Role[]): Promise<ReachableRecipient[]> {
    const people = await this.peopleOf(subdistrictId);
    return people.filter((person) => person.roles.some((role) => roles.includes(role)));
  }

  forget(subdistrictId: string): void {
    this.known.delete(subdistrictId);
  }

  private peopleOf(subdistrictId: string): Promise<Person[]> {
    const now = this.clock.now();
    const known = this.known.get(subdistrictId);
    if (known && now - known.readAt < FRESH_MS) return known.people;
    const people = this.database.query<Person>(subdistrictId, PEOPLE_SQL, [subdistrictId]);
    this.known.set(subdistrictId, { readAt: now, people });
    // A failure is not an answer to be remembered.
    people.catch(() => this.forget(subdistrictId));
    return people;
  }
}
