import type { ReportDefinition } from '../report-definition.js';
import { snapshotInScope, within } from '../report-sql.js';

const MOMENTS = (type: string): string => `e.type = '${type}' AND ${snapshotInScope('e')} AND ${within('e.at')}`;

/** Report 10: what was told more than once, at the same time and again after its conclusion (domain 4.5). */
export const REPEATS: ReportDefinition = {
  kind: 'repeats',
  title: { zh: '并件与重复件', en: 'Duplicates and repeats' },
  about: { zh: '并件或重复件', en: 'duplicates or repeats' },
  version: 1,
  isWholeOnly: false,
  sections: [
    {
      title: '按分类统计',
      isBackdrop: true,
      columns: [
        ['category', '分类', 'category'],
        ['merged', '并件', 'number'],
        ['repeated', '重复件', 'number'],
      ],
      sql: `SELECT e.data->>'categoryCode' AS category,
          count(*) FILTER (WHERE e.type = 'whistle.merged.v1')::int AS merged,
          count(*) FILTER (WHERE e.type = 'whistle.repeatLinked.v1')::int AS repeated
        FROM moment e WHERE e.type IN ('whistle.merged.v1', 'whistle.repeatLinked.v1') AND ${snapshotInScope('e')}
          AND ${within('e.at')} GROUP BY 1 ORDER BY count(*) DESC, 1`,
    },
    {
      title: '并件清单',
      columns: [
        ['number', '哨件', 'text'],
        ['community', '社区', 'community'],
        ['category', '分类', 'category'],
        ['master', '并入', 'text'],
        ['at', '并件时间', 'minute'],
      ],
      sql: `SELECT e.data->>'number' AS number, e.data->>'communityId' AS community, e.data->>'categoryCode' AS category,
          coalesce(m.number, '') AS master, e.at
        FROM moment e LEFT JOIN matter m ON m.whistle_id = (e.data->>'masterId')::uuid AND m.subdistrict_id = :tenant
        WHERE ${MOMENTS('whistle.merged.v1')} ORDER BY e.at, number`,
    },
    {
      title: '重复件清单',
      note: '重复件：办结后 90 天内又吹的同一问题；同一分类一个月满 3 件，可提为月度主题。',
      columns: [
        ['number', '哨件', 'text'],
        ['community', '社区', 'community'],
        ['category', '分类', 'category'],
        ['repeated', '重复于', 'text'],
        ['at', '认定时间', 'minute'],
      ],
      sql: `SELECT e.data->>'number' AS number, e.data->>'communityId' AS community, e.data->>'categoryCode' AS category,
          e.data->>'repeatOfNumber' AS repeated, e.at
        FROM moment e WHERE ${MOMENTS('whistle.repeatLinked.v1')} ORDER BY e.at, number`,
    },
  ],
};
