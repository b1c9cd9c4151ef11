import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { SessionFigures as Answer } from '@hsl/contracts/schemas/sitting-voices';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

const YEAR_MS = 365 * 86_400_000;

/**
 * Sessions held in [$1, $2), of the communities $3 (null: all), by the time of their minutes. A sitting is inside a
 * community if its format takes place there, or its room is in a venue of one.
 */
const FIGURES = `WITH held AS (
    SELECT m.id, m.outcome, m.attendance, s.id AS session_id, s.purpose, s.community_ids, t.id AS sitting_id, t.heads,
      t.format IN ('stoolTalk', 'onSite', 'pavilion', 'square', 'doorToDoor') OR v.community_id IS NOT NULL AS inside
    FROM (SELECT *, row_number() OVER (PARTITION BY session_id ORDER BY final_at, id) AS round
          FROM minutes WHERE final_at IS NOT NULL) m
    JOIN session s ON s.id = m.session_id
    LEFT JOIN sitting t ON t.session_id = s.id AND t.round = m.round
    LEFT JOIN booking b ON b.id = t.booking_id
    LEFT JOIN room r ON r.id = b.room_id
    LEFT JOIN venue v ON v.id = r.venue_id
    WHERE m.final_at >= $1 AND m.final_at < $2 AND ($3::text[] IS NULL OR s.community_ids && $3)
  ), came AS (
    SELECT p.person_key, p.department_id, p.resident_name FROM participant p JOIN held ON held.sitting_id = p.sitting_id
    WHERE p.signed_in_at IS NOT NULL
  )
  SELECT count(*)::int AS sittings,
    count(DISTINCT session_id)::int AS sessions,
    count(DISTINCT session_id) FILTER (WHERE purpose = 'thematic')::int AS thematic,
    count(*) FILTER (WHERE inside)::int AS "insideCommunity",
    count(*) FILTER (WHERE outcome = 'consensus')::int AS consensus,
    count(*) FILTER (WHERE outcome = 'partial')::int AS partial,
    count(*) FILTER (WHERE outcome = 'none')::int AS none,
    coalesce(sum(attendance), 0)::int AS attendance,
    coalesce(sum(heads), 0)::int AS heads,
    (SELECT count(DISTINCT person_key)::int FROM came) AS participants,
    (SELECT count(DISTINCT person_key)::int FROM came WHERE resident_name IS NOT NULL) AS residents,
    (SELECT count(DISTINCT department_id)::int FROM came) AS departments,
    (SELECT count(DISTINCT c)::int FROM held, unnest(held.community_ids) c
      WHERE $3::text[] IS NULL OR c = ANY ($3)) AS "communitiesCovered",
    (SELECT count(*)::int FROM community c WHERE $3::text[] IS NULL OR c.community_id = ANY ($3)) AS communities,
    (SELECT count(DISTINCT held.session_id)::int FROM held WHERE
      EXISTS (SELECT FROM session_link l WHERE l.session_id = held.session_id)
      OR EXISTS (SELECT FROM proposal p WHERE p.session_id = held.session_id)) AS converted
  FROM held`;

/** Reach and yield of sessions (S22, S68, S69, S70), counted when asked. */
@Injectable()
export class SessionFigures {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param from ISO 8601; a year before `to` if absent
   * @param to ISO 8601; now if absent
   * @throws ProblemError roleNotAllowed for who reads sessions by invitation only
   */
  async of(actor: Actor, query: { from?: string; to?: string }): Promise<Answer> {
    const to = new Date(query.to ?? this.clock.now());
    const from = new Date(query.from ?? to.getTime() - YEAR_MS);
    const values = [from, to, this.communitiesOf(actor)];
    const [row] = await this.database.query<Omit<Answer, 'from' | 'to'>>(actor.subdistrictId, FIGURES, values);
    if (!row) throw new Error('an aggregate has one row');
    return { from: from.toISOString(), to: to.toISOString(), ...row };
  }

  /** null: all of the subdistrict. */
  private communitiesOf(actor: Actor): string[] | null {
    const scopes = this.access
      .scopes(actor, 'session.read')
      .filter(({ views, subdistrictId }) => !views.includes('publishedOnly') && subdistrictId !== undefined);
    if (scopes.length === 0) throw new ProblemError('roleNotAllowed');
    const isAll = scopes.some(({ communityIds }) => communityIds === undefined);
    return isAll ? null : scopes.flatMap(({ communityIds }) => communityIds ?? []);
  }
}
