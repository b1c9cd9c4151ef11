import type { ScopeFilter } from '@hsl/access/target';
import type { ActorRef } from '@hsl/contracts/roles';
import type { Instant } from '@hsl/contracts/instants';
import type { Step } from '@hsl/contracts/steps';
import type { WhistleState } from '@hsl/contracts/states';
import { envelopeOf, MOST_EVENTS } from '@hsl/database/event-envelope';
import { nameUuid } from '@hsl/platform/name-uuid';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { IS_REFERRED, REFERRAL_ANSWER } from './referred-kinds.js';

export interface ReferralRow {
  id: string;
  referredAt: Date;
  details: { step: Step; dueAt: Instant; departmentId?: string; memberId?: string };
  whistleId: string;
  number: string;
  communityId: string;
  facts: string;
  state: WhistleState;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

/**
 * $2 position or null: this one only. Made a list of its own, so that their matters are found by number: under row-level
 * security a condition that turns the text of the history into a number may not lead into an index.
 */
const REFERRALS = `WITH t AS MATERIALIZED (
    SELECT t.position, t.at, t.details, t.aggregate_id::uuid AS whistle_id FROM timeline_entry t
    WHERE t.subdistrict_id = $1 AND ${IS_REFERRED} AND ($2::bigint IS NULL OR t.position = $2)
  )
  SELECT t.position::text AS id, t.at AS "referredAt", t.details, w.id AS "whistleId", w.number,
    w.community_id AS "communityId", w.facts, w.state, c.body->>'answer' AS answer, c.created_by AS "answeredBy",
    c.created_at AS "answeredAt"
  FROM t JOIN whistle w ON w.id = t.whistle_id
  LEFT JOIN step_content c ON c.whistle_id = w.id AND c.kind = '${REFERRAL_ANSWER}' AND c.body->>'referralId' = t.position::text
  WHERE w.subdistrict_id = $1`;

/** $3: the whole subdistrict; $4 to $7: else of these communities, departments, members, or blown by one of these. */
const PAGE = `${REFERRALS}
    AND ($3::boolean OR w.community_id = ANY ($4::text[]) OR w.department_ids && $5::text[] OR w.member_ids && $6::text[]
      OR w.blown_by = ANY ($7::text[]) OR w.blown_by_key = ANY ($7::text[]))
    AND ($8::boolean IS NULL OR (c.id IS NOT NULL) = $8) AND ($9::bigint IS NULL OR t.position < $9)
  ORDER BY t.position DESC LIMIT $10`;

const ONE = REFERRALS;

/** Once, with its line of history and its event; the line has version 0: it belongs to no decision of the workflow. */
const ANSWER = `WITH answered AS (
    INSERT INTO step_content (id, subdistrict_id, whistle_id, kind, body, created_by, created_at, final)
    VALUES ($1, $2, $3, '${REFERRAL_ANSWER}', $4::jsonb, $5, $7, true)
    ON CONFLICT (id) DO NOTHING RETURNING id
  ), line AS (
    INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
    SELECT $2, $3::text, 0, 'referralAnswered/' || $8::text, 'referralAnswered', $5, $6, $7, jsonb_build_object('referralId', $8::text)
    FROM answered
  ), told AS (
    INSERT INTO outbox_event (subdistrict_id, subject, envelope) SELECT $2, $9, $10::json FROM answered
  )
  SELECT id FROM answered`;

/** Late steps that went to the district: they stand in the history of their matters, and nowhere else. */
@Injectable()
export class ReferralsRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  /** One row more than the limit, the latest first. @param after id of the last one that was shown */
  page(
    subdistrictId: string,
    scopes: readonly ScopeFilter[],
    { answered, after, limit }: { answered?: boolean; after?: string; limit: number },
  ): Promise<ReferralRow[]> {
    const isWhole = scopes.some((one) => !one.communityIds && !one.departmentIds && !one.memberIds && !one.userId);
    const all = (ids: (scope: ScopeFilter) => string[] | undefined): string[] =>
      scopes.flatMap((scope) => ids(scope) ?? []);
    return this.database.query<ReferralRow>(subdistrictId, PAGE, [
      ...[subdistrictId, null, isWhole, all(({ communityIds }) => communityIds)],
      ...[all(({ departmentIds }) => departmentIds), all(({ memberIds }) => memberIds)],
      ...[all(({ userId }) => (userId === undefined ? [] : [userId])), answered ?? null, after ?? null, limit + 1],
    ]);
  }

  async find(subdistrictId: string, id: string): Promise<ReferralRow | undefined> {
    return (await this.database.query<ReferralRow>(subdistrictId, ONE, [subdistrictId, id]))[0];
  }

  /** @returns false if it was answered before */
  async answer(
    subdistrictId: string,
    row: ReferralRow,
    ...[answer, by, at]: [string, ActorRef, Instant]
  ): Promise<boolean> {
    const { id, whistleId } = row;
    const event = answeredEvent(row, by, at);
    const envelope = envelopeOf(event, { source: 'whistles', subdistrictId, at, sequence: MOST_EVENTS });
    const rows = await this.database.query(subdistrictId, ANSWER, [
      ...[nameUuid(REFERRAL_ANSWER, `${subdistrictId}/${id}`), subdistrictId, whistleId],
      ...[JSON.stringify({ referralId: id, answer }), by.userId, by.role, new Date(at), id],
      ...[event.subject, JSON.stringify(envelope)],
    ]);
    return rows.length === 1;
  }
}

const answeredEvent = ({ id, whistleId, number, communityId, details }: ReferralRow, by: ActorRef, at: Instant) => {
  const { step, departmentId, memberId } = details;
  const data = { referralId: id, whistleId, number, communityId, step, departmentId, memberId };
  const told = { ...data, answeredBy: by.userId, at };
  return { type: 'referral.answered.v1', subject: `referral/${id}`, data: told } as const;
};
