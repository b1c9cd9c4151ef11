import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { ProposalFigures, ProposalFiguresQuery } from '@hsl/contracts/schemas/proposal-figures';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';

type Counts = Record<
  'submitted' | 'due' | 'repliedOnTime' | 'replied' | 'metBefore' | 'formsReturned' | 'content' | 'formsSent',
  number
>;

/**
 * $1 subdistrict, $2 and $3 first and last day, $4 departments that lead (null: all). A reply was late if its red card
 * was issued: the card comes with the deadline.
 */
const FIGURES = `WITH p AS (
    SELECT p.*, late.at AS late_at,
      EXISTS (SELECT 1 FROM timeline_entry t WHERE t.aggregate_id = p.id::text AND t.kind = 'meetingRecorded'
        AND t.at <= p.replied_at) AS met
    FROM proposal p LEFT JOIN LATERAL (
      SELECT min(t.at) AS at FROM timeline_entry t
      WHERE t.aggregate_id = p.id::text AND t.kind = 'redCard' AND t.details ->> 'step' = 'reply'
    ) late ON true
    WHERE p.subdistrict_id = $1 AND (p.submitted_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN $2::date AND $3::date
      AND ($4::text[] IS NULL OR p.lead_department_id = ANY ($4))
  )
  SELECT count(*)::int AS submitted,
    count(*) FILTER (WHERE replied_at IS NOT NULL OR late_at IS NOT NULL)::int AS due,
    count(*) FILTER (WHERE replied_at IS NOT NULL AND (late_at IS NULL OR late_at > replied_at))::int AS "repliedOnTime",
    count(replied_at)::int AS replied,
    count(*) FILTER (WHERE replied_at IS NOT NULL AND met)::int AS "metBefore",
    count(*) FILTER (WHERE rating IN ('satisfied', 'basic', 'dissatisfied'))::int AS "formsReturned",
    count(*) FILTER (WHERE rating IN ('satisfied', 'basic'))::int AS content,
    count(rating)::int AS "formsSent"
  FROM p`;

/** How the proposals of a period were answered (S72–S74). */
@Injectable()
export class ProposalFiguresService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
  ) {}

  /** @throws ProblemError roleNotAllowed for who reports on no proposals: a community has none of its own */
  async of(actor: Actor, { from, to }: ProposalFiguresQuery): Promise<ProposalFigures> {
    const scopes = this.access.scopes(actor, 'report.generate').filter(({ communityIds }) => !communityIds);
    if (scopes.length === 0) throw new ProblemError('roleNotAllowed');
    const isAll = scopes.some(({ departmentIds }) => !departmentIds);
    const departments = isAll ? null : scopes.flatMap(({ departmentIds }) => departmentIds ?? []);
    const { rows } = await this.database
      .pool(actor.subdistrictId)
      .query<Counts>({ text: FIGURES, values: [actor.subdistrictId, from, to, departments] });
    const counts = rows[0]!;
    return {
      ...{ from, to, ...counts },
      replyRate: shareOf(counts.repliedOnTime, counts.due),
      meetingRate: shareOf(counts.metBefore, counts.replied),
      satisfactionRate: shareOf(counts.content, counts.formsReturned),
      returnRate: shareOf(counts.formsReturned, counts.formsSent),
    };
  }
}

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
