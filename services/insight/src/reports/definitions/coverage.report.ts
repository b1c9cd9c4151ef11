import { FIXED_SEATS } from '@hsl/contracts/sessions';
import type { ReportDefinition } from '../report-definition.js';
import { within } from '../report-sql.js';

const SEATS = FIXED_SEATS.map((seat) => `'${seat}'`).join(', ');
/** Of a community; the check that tells of gaps is of the members' service. */
const LEAST_MEMBERS = 2;
const newest = (types: string): string => `SELECT DISTINCT ON (e.subject) e.subject, e.data FROM report_event e
    WHERE e.subdistrict_id = :tenant AND e.type IN (${types}) AND e.at < :end AND e.at <= :now
    ORDER BY e.subject, e.at DESC, e.sequence DESC`;

/** Report 12: whether each community has its two members and its groups (S27), and each session its seats (S24). */
export const COVERAGE: ReportDefinition = {
  kind: 'coverage',
  title: { zh: '1+2+N、6+N 覆盖检查', en: 'Coverage of 1+2+N and 6+N' },
  about: { zh: '社区和协商会', en: 'communities and sessions' },
  version: 1,
  isWholeOnly: true,
  sections: [
    {
      title: '1+2+N：社区',
      note: '每个社区至少两名委员、至少一个利益相关人群；以时间段末为准。缺口由委员管理方每小时核对并通报。',
      columns: [
        ['community', '社区', 'community'],
        ['members', '派驻委员', 'number'],
        ['missing_members', '缺委员', 'number'],
        ['missing_groups', '缺人群', 'number'],
        ['verdict', '结论', 'text'],
      ],
      sql: `WITH standing AS (${newest(`'coverage.breached.v1', 'coverage.cured.v1'`)}),
          posting AS (${newest(`'member.posted.v1'`)}),
          posted AS (SELECT c.id, count(*)::int AS n
            FROM posting p, jsonb_array_elements_text(p.data->'communityIds') AS c (id) GROUP BY 1)
        SELECT p.id AS community, coalesce(posted.n, 0) AS members,
          coalesce((s.data->>'missingMembers')::int, 0) AS missing_members,
          coalesce((s.data->>'missingGroups')::int, 0) AS missing_groups,
          CASE WHEN s.subject IS NULL AND coalesce(posted.n, 0) < ${LEAST_MEMBERS} THEN '尚未核对'
            WHEN s.subject IS NULL THEN '达标'
            WHEN (s.data->>'missingMembers')::int + (s.data->>'missingGroups')::int > 0 THEN '不达标'
            ELSE '达标' END AS verdict
        FROM place p LEFT JOIN standing s ON s.subject = p.id LEFT JOIN posted ON posted.id = p.id
        WHERE p.subdistrict_id = :tenant AND p.kind = 'community' AND p.active ORDER BY p.id`,
    },
    {
      title: '6+N：协商会',
      isBackdrop: true,
      note: '六个固定席位和利益相关人；以时间段内发出的邀请为准。',
      columns: [
        ['number', '哨件', 'text'],
        ['community', '社区', 'community'],
        ['first', '首次邀请', 'day'],
        ['fixed', '固定席位', 'number'],
        ['stakeholders', '利益相关人', 'number'],
        ['verdict', '结论', 'text'],
      ],
      sql: `WITH invited AS (
          SELECT e.data->>'sessionId' AS session, min(e.data->>'number') AS number,
            min(coalesce(e.data->>'communityId', e.data->'communityIds'->>0)) AS community, min(e.at) AS first,
            count(DISTINCT e.data->>'seat') FILTER (WHERE e.data->>'seat' IN (${SEATS}))::int AS fixed,
            count(*) FILTER (WHERE e.data->>'seat' = 'stakeholder')::int AS stakeholders
          FROM report_event e WHERE e.subdistrict_id = :tenant AND e.type = 'sitting.invited.v1' AND ${within('e.at')}
          GROUP BY 1
        )
        SELECT number, community, first, fixed, stakeholders,
          CASE WHEN fixed = ${FIXED_SEATS.length} AND stakeholders > 0 THEN '齐' ELSE '有缺席位' END AS verdict
        FROM invited ORDER BY first, session`,
    },
  ],
};
