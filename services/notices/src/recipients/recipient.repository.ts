import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { CloudEvent } from '@hsl/contracts/event';
import { queryRows } from '@hsl/database/model-rows';
import type { Role } from '@hsl/contracts/roles';
import type { Recipient } from '../rules/who-is-told.js';
import { WAKE_SQL } from '../stream/wake-channel.js';

const PUT_SQL = `
  INSERT INTO recipient (subdistrict_id, user_id, posts, roles, active)
  VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (subdistrict_id, user_id) DO UPDATE
    SET posts = excluded.posts, roles = excluded.roles, active = excluded.active`;

const WITH_ROLES_SQL = `
  SELECT user_id AS "userId", posts FROM recipient
  WHERE subdistrict_id = $1 AND active AND roles && $2
  ORDER BY user_id`;

/** Everybody who may be told things; both statements run in the transaction of the event that asks for them. */
@Injectable()
export class RecipientRepository {
  async put(client: pg.PoolClient, event: CloudEvent<'user.changed.v1'>): Promise<void> {
    const { subdistrictid, data } = event;
    const { userId, posts, active } = data;
    const roles = [...new Set(posts.map(({ role }) => role))];
    await client.query(PUT_SQL, [subdistrictid, userId, JSON.stringify(posts), roles, active]);
    // A closed account's streams must end.
    await client.query(WAKE_SQL, [subdistrictid, [userId]]);
  }

  /** Active people of the tenant who hold at least one of the roles. */
  async withRoles(client: pg.PoolClient, subdistrictId: string, roles: readonly Role[]): Promise<Recipient[]> {
    return queryRows<Recipient>(client, WITH_ROLES_SQL, [subdistrictId, roles]);
  }
}
