import type { ReportDefinition } from '../report-definition.js';
import { countedFact, percent, within } from '../report-sql.js';

const TOLD = `e.subdistrict_id = :tenant AND ${within('e.at')}`;

/** What members did, one line per act: came, could not, stayed silent, sat in a session, had something registered. */
const ACTS = `WITH act AS (
    SELECT e.data->>'memberId' AS member, e.at, e.type AS what, e.data->>'number' AS number FROM moment e
    WHERE e.type IN ('checkIn.confirmed.v1', 'checkIn.declined.v1', 'checkIn.missed.v1') AND ${TOLD}
    UNION ALL
    SELECT m.id, e.at, e.type, e.data->>'number'
    FROM moment e, jsonb_array_elements_text(e.data->'memberIds') AS m (id)
    WHERE e.type = 'session.held.v1' AND ${TOLD}
    UNION ALL
    SELECT e.data->>'memberId', e.at, 'register.' || (e.data->>'register'), NULL FROM report_event e
    WHERE e.type = 'register.recorded.v1' AND e.data->>'memberId' IS NOT NULL AND ${TOLD}
  )`;
const of = (what: string): string => `count(*) FILTER (WHERE what = '${what}')::int`;

/** Report 8: what each member did in the period, and who comes when called. */
export const MEMBER_ARCHIVE: ReportDefinition = {
  kind: 'memberArchive',
  title: { zh: '委员履职档案与排名', en: 'Archive and ranking of members' },
  about: { zh: '履职记录', en: 'acts of members' },
  version: 1,
  isWholeOnly: true,
  sections: [
    {
      title: '排名',
      isBackdrop: true,
      note: '先按报到率（I3），再按报到次数；未被点名的不排名。积分见“我的履职”和积分排名。委员以编号列出，姓名见委员名册。',
      columns: [
        ['rank', '名次', 'number'],
        ['member', '委员', 'member'],
        ['asked', '应报到', 'number'],
        ['on_time', '按时报到', 'number'],
        ['rate', '报到率', 'percent'],
        ['declined', '不能来', 'number'],
        ['missed', '未报到', 'number'],
        ['sessions', '参加协商', 'number'],
        ['registered', '登记', 'number'],
      ],
      sql: `${ACTS}, asked AS (
          SELECT f.member_id AS member, count(*)::int AS asked, sum(f.score)::int AS on_time,
            ${percent('sum(f.score)', 'count(*)')} AS rate
          FROM fact f WHERE f.kind = 'checkIn' AND ${countedFact('f')} GROUP BY 1
        ), did AS (
          SELECT member, ${of('checkIn.declined.v1')} AS declined, ${of('checkIn.missed.v1')} AS missed,
            ${of('session.held.v1')} AS sessions, count(*) FILTER (WHERE what LIKE 'register.%')::int AS registered
          FROM act GROUP BY 1
        )
        SELECT CASE WHEN asked > 0 THEN rank() OVER (ORDER BY rate DESC NULLS LAST, on_time DESC NULLS LAST) END::int
            AS rank, member, coalesce(asked, 0) AS asked, coalesce(on_time, 0) AS on_time, rate,
          coalesce(declined, 0) AS declined, coalesce(missed, 0) AS missed, coalesce(sessions, 0) AS sessions,
          coalesce(registered, 0) AS registered
        FROM asked FULL JOIN did USING (member) ORDER BY rate DESC NULLS LAST, on_time DESC NULLS LAST, member`,
    },
    {
      title: '履职档案',
      columns: [
        ['member', '委员', 'member'],
        ['at', '时间', 'minute'],
        ['what', '事项', 'memberAct'],
        ['number', '哨件', 'text'],
      ],
      sql: `${ACTS} SELECT member, at, what, number FROM act ORDER BY member, at, what, number`,
    },
  ],
};
