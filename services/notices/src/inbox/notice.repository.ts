import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { CloudEvent } from '@hsl/contracts/event';
import { queryRows } from '@hsl/database/model-rows';
import type { NoticedEvent } from '../rules/notice-rules.js';
import { paramsOf, whistleOf } from '../rules/notice-subject.js';
import type { Told } from '../rules/who-is-told.js';
import { WAKE_SQL } from '../stream/wake-channel.js';

/**
 * Rows of a tenant get their numbers one transaction after the other. Without this a row with a lower number could
 * become visible after a higher one, and a stream that resumes after the higher one would never show it.
 */
const IN_ORDER_SQL = `SELECT pg_advisory_xact_lock(hashtextextended('hsl.notice/' || $1, 0))`;

const ADD_SQL = `
  INSERT INTO notice (subdistrict_id, user_id, event_id, kind, urgency, whistle_id, whistle_number, params, at)
  SELECT $1, told.user_id, $2, told.kind, told.urgency, $3, $4, $5, $6
  FROM unnest($7::text[], $8::text[], $9::text[]) AS told(user_id, kind, urgency)
  ON CONFLICT (event_id, user_id) DO NOTHING`;

/** The writing side of the inboxes. */
@Injectable()
export class NoticeRepository {
  /** One row per person told, once per event and person; streams of these people wake when the transaction commits. */
  async add(client: pg.PoolClient, event: CloudEvent<NoticedEvent>, told: readonly Told[]): Promise<void> {
    if (told.length === 0) return;
    const { id, subdistrictid, time } = event;
    const { whistleId, number } = whistleOf(event);
    const users = told.map(({ userId }) => userId);
    await queryRows(client, IN_ORDER_SQL, [subdistrictid]);
    await queryRows(client, ADD_SQL, [
      ...[subdistrictid, id, whistleId, number, JSON.stringify(paramsOf(event)), time],
      ...[users, told.map(({ kind }) => kind), told.map(({ urgency }) => urgency)],
    ]);
    await queryRows(client, WAKE_SQL, [subdistrictid, users]);
  }
}
