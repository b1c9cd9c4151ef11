import type { ReportDefinition } from '../report-definition.js';
import { within } from '../report-sql.js';

/** Report 7: which sort of trouble is where, and what that makes a theme of (domain 4.5 repeat). */
export const HEAT_TABLE: ReportDefinition = {
  kind: 'heatTable',
  title: { zh: '分类热力表与月度主题建议', en: 'Category heat table and monthly theme' },
  about: { zh: '哨件', en: 'whistles' },
  version: 1,
  isWholeOnly: true,
  sections: [
    {
      title: '分类 × 社区（件）',
      note: '按吹哨日期；不含并案、撤回和不予受理。',
      cross: { down: 'category', heading: '分类', across: 'community' },
      sql: `SELECT m.category_code AS down, m.community_id AS across, count(*)::int AS n FROM matter m
        WHERE m.subdistrict_id = :tenant AND ${within('m.blown_at')}
          AND m.state NOT IN ('MERGED', 'WITHDRAWN', 'NOT_ACCEPTED')
        GROUP BY 1, 2 ORDER BY 1, 2`,
    },
    {
      title: '月度主题建议',
      note: '同一分类一个月的重复件满 3 件，建议提为该月主题。',
      isBackdrop: true,
      columns: [
        ['month', '月份', 'text'],
        ['category', '分类', 'category'],
        ['repeats', '重复件', 'number'],
        ['advice', '建议', 'text'],
      ],
      sql: `SELECT to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, e.data->>'categoryCode' AS category,
          count(*)::int AS repeats, CASE WHEN count(*) >= 3 THEN '提为月度主题' ELSE '' END AS advice
        FROM moment e WHERE e.subdistrict_id = :tenant AND e.type = 'whistle.repeatLinked.v1' AND ${within('e.at')}
        GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
    },
    {
      title: '已提主题',
      isBackdrop: true,
      columns: [
        ['month', '月份', 'text'],
        ['category', '分类', 'category'],
        ['repeats', '提出时重复件', 'number'],
        ['state', '状态', 'themeState'],
        ['at', '时间', 'minute'],
      ],
      sql: `SELECT DISTINCT ON (t.data->>'month', t.subject) t.data->>'month' AS month,
          t.data->>'categoryCode' AS category, (t.data->>'repeats')::int AS repeats, t.at,
          CASE t.type WHEN 'monthlyTheme.approved.v1' THEN 'APPROVED' WHEN 'monthlyTheme.refused.v1' THEN 'REFUSED'
            ELSE 'PROPOSED' END AS state
        FROM report_event t WHERE t.subdistrict_id = :tenant AND t.at <= :now
          AND t.type IN ('monthlyTheme.proposed.v1', 'monthlyTheme.approved.v1', 'monthlyTheme.refused.v1')
          AND (t.data->>'month' || '-01')::date BETWEEN date_trunc('month', :from)::date AND :to
        ORDER BY t.data->>'month', t.subject, (t.data->>'version')::int DESC`,
    },
  ],
};
