import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { capacityOf, type Post } from '@hsl/contracts/roles';
import { encodeCursor } from '@hsl/platform/page';
import { ListWatch } from '@hsl/testing/list-watch';
import { TenantDatabase } from '../src/database.js';
import { InsightService } from './insight-service.js';

const ROWS = 100_000;
/** A row each for the numbers 1 to ROWS. */
const insert = (table: string, columns: string, values: string): string =>
  `INSERT INTO ${table} (subdistrict_id, ${columns}) SELECT 'zx', ${values} FROM generate_series(1, ${ROWS}) AS n`;
const ID = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
const COMMUNITY = `'ZX' || lpad((n % 14 + 1)::text, 2, '0')`;
const AGO = `now() - n * interval '53 minutes'`;
/** Departments are not equally busy: most is the first ones', ZX-D22 has a matter in two thousand five hundred. */
const UNIT = `CASE n % 2500 WHEN 3 THEN 'ZX-D22' ELSE 'ZX-D' || floor(21 * power(random(), 3)) + 1 END`;
/** Of a clock that runs: of what is open, and of look-backs to come. */
const DUE = `CASE WHEN n % 100 = 0 THEN now() + (n / 100 % 9 - 4) * interval '1 day' + n * interval '1 second'
  WHEN n < 2500 THEN now() + n * interval '52 minutes' END`;
/** Ten years of a subdistrict: one matter in a hundred is open, one in twenty was carded. */
const FILL = [
  insert(
    'matter',
    `whistle_id, number, community_id, category_code, state, kind, grade, level, lead_department_id, rework_count, version,
      blown_at, concluded_at, updated_at, snapshot, snapshot_sequence, is_open, department_ids, waiting_for, is_waiting,
      waiting_since, due_at, due_order, yellow_cards, red_cards, tallied, ended_at, outcome`,
    `${ID}, 'ZX-' || n, ${COMMUNITY}, 'C' || floor(20 * power(random(), 2)) + 1,
      CASE WHEN n % 20000 = 0 THEN 'NEEDS_INFO' WHEN n % 100 = 0 THEN 'COORDINATING' WHEN n % 10 = 3 THEN 'CONCLUDED' ELSE 'ARCHIVED' END,
      'hardProblem', CASE WHEN n % 2500 = 0 THEN 'G1' ELSE 'G' || n % 3 + 2 END, 'blue', 'ZX-D1', 0, 9,
      ${AGO}, CASE WHEN n % 100 > 0 THEN ${AGO} + interval '9 days' END, now(), '{}', n, n % 100 = 0, '{}', '[]',
      n % 1000 <> 0 AND (n % 100 = 0 OR n < 2500), CASE WHEN n % 100 = 0 THEN ${AGO} END, ${DUE}, coalesce(${DUE}, 'infinity'),
      CASE WHEN n % 20 = 0 THEN 1 ELSE 0 END, CASE WHEN n % 400 = 0 THEN 1 ELSE 0 END, '[]',
      CASE WHEN n % 100 > 0 THEN ${AGO} + interval '9 days' END, CASE WHEN n % 100 > 0 THEN 'resolved' END`,
  ),
  `INSERT INTO involvement (subdistrict_id, department_id, whistle_id, is_open, is_carded)
    SELECT DISTINCT ON (unit, whistle_id) 'zx', unit, whistle_id, is_open, yellow_cards > 0
    FROM (SELECT m.*, unit FROM (SELECT n, ${ID} AS id, ${UNIT} AS unit FROM generate_series(1, ${ROWS}) AS n, generate_series(1, 2)) AS one
      JOIN matter m ON m.whistle_id = one.id) AS two`,
  `UPDATE matter SET department_ids = units
    FROM (SELECT whistle_id, array_agg(department_id ORDER BY department_id) AS units FROM involvement GROUP BY whistle_id) AS one
    WHERE one.whistle_id = matter.whistle_id`,
  // Members are not equally busy either; one checked in on a matter in five thousand.
  `INSERT INTO member_involvement (subdistrict_id, member_id, whistle_id, is_open)
    SELECT 'zx', CASE n % 5000 WHEN 3 THEN 'ZX-M22' ELSE 'ZX-M' || lpad((floor(21 * power(random(), 3)) + 1)::text, 2, '0') END, ${ID}, n % 100 = 0
    FROM generate_series(1, ${ROWS}) AS n`,
  `INSERT INTO waiting (subdistrict_id, whistle_id, kind, party_id, step, is_open, due_at, is_first)
    SELECT 'zx', whistle_id, CASE WHEN is_open THEN 'department' ELSE 'role' END,
      CASE WHEN is_open THEN department_ids[1] ELSE 'liaisonOfficer' END, CASE WHEN is_open THEN 'feedback' ELSE 'lookBack' END, is_open, due_at, true
    FROM matter WHERE is_waiting`,
  `INSERT INTO rung (subdistrict_id, whistle_id, owner_id, step, due_at, rung, kind, department_id, fired_at, sequence)
    SELECT 'zx', whistle_id, '', 'feedback', blown_at, rung, CASE rung WHEN 1 THEN 'yellowCard' ELSE 'redCard' END,
      department_ids[1], blown_at + interval '3 days', 1
    FROM matter, generate_series(1, 2) AS rung WHERE rung = 1 AND yellow_cards > 0 OR rung = 2 AND red_cards > 0`,
  // Of feedbacks hardly one scores.
  ...Object.entries({ response: 2, feedback: 20_000 }).map(([kind, scored]) =>
    insert(
      'fact',
      'case_id, kind, item, at, day, community_id, department_id, member_id, category_code, grade, score, hours, left_out, number',
      `${ID}, '${kind}', n::text, ${AGO}, ((${AGO}) AT TIME ZONE 'Asia/Shanghai')::date, ${COMMUNITY}, ${UNIT},
        'ZX-M' || lpad((n % 24 + 1)::text, 2, '0'), 'C' || floor(20 * power(random(), 2)) + 1, 'G' || n % 3 + 2,
        CASE WHEN n % ${scored} = 0 THEN 1 ELSE 0 END, n % 40, CASE WHEN n % 10000 = 7 THEN 'MERGED' END, 'ZX-' || n`,
    ),
  ),
  insert(
    'projection_finding',
    'id, whistle_id, found_at, held_state, held_version, state, version',
    `${ID}, ${ID}, ${AGO}, 'BLOWN', 1, 'ACCEPTED', 2`,
  ),
  // One in ten is of a part of the subdistrict, one in twenty-five released; ten people have them made, one of them hardly ever.
  insert(
    'report',
    `id, kind, format, from_day, to_day, is_whole, community_ids, department_ids, requested_by, requested_at, state,
      progress, finished_at, rows, released_by, released_at, expires_at`,
    `${ID}, CASE WHEN n % 10000 = 3 THEN 'caseFile' ELSE 'threeLists' END, 'xlsx', ('2026-01-01'::date + n % 300), ('2026-01-31'::date + n % 300),
      n % 10 > 0, CASE WHEN n % 20 = 0 THEN ARRAY[${COMMUNITY}] ELSE '{}' END, CASE WHEN n % 20 = 10 THEN ARRAY[${UNIT}] ELSE '{}' END,
      CASE WHEN n % 30000 = 20 THEN 'zx-communityHead' ELSE 'zx-leader-' || n % 10 END, ${AGO}, 'done', 100, ${AGO}, 9,
      CASE WHEN n % 50 < 2 THEN 'zx-leader-99' END, CASE WHEN n % 50 < 2 THEN ${AGO} END, now() + interval '1 day'`,
  ),
];
const POSTS = {
  liaison: { role: 'liaisonOfficer' },
  worker: { role: 'communityWorker', communityIds: ['ZX03'] },
  communityHead: { role: 'communityHead', communityIds: ['ZX03'] },
  head: { role: 'head', departmentId: 'ZX-D1' },
  middleHead: { role: 'head', departmentId: 'ZX-D10' },
  quietHead: { role: 'head', departmentId: 'ZX-D22' },
  member: { role: 'member', memberId: 'ZX-M01', communityIds: ['ZX01'] },
  quietMember: { role: 'member', memberId: 'ZX-M22', communityIds: ['ZX01'] },
  newcomer: { role: 'communityHead', communityIds: ['ZX99'] },
  auditor: { role: 'auditor' },
} as const satisfies Record<string, Post>;
const id = '00000000-0000-4000-8000-000000054000';
const at = new Date(Date.now() - 2_000 * 86_400_000).toISOString();
const day = at.slice(0, 10);
const noClockAfter = encodeCursor({ number: 'ZX-54000' });
const timedAfter = encodeCursor({ dueAt: new Date().toISOString(), number: 'ZX-54000' });
const endedAfter = encodeCursor({ endedAt: at, number: 'ZX-54000' });
const YEARS = 'from=2010-01-01&to=2035-12-31';
const YEAR = `from=${at.slice(0, 4)}-01-01&to=${at.slice(0, 4)}-12-31`;
const casesAfter = encodeCursor({ at, id, item: '54000' });
const reportsAfter = encodeCursor({ at, id });

type List = [who: keyof typeof POSTS, path: string];
/** Who takes part in much, in little, in nothing. */
const TAKING_PART = [
  ...(['liaison', 'worker', 'newcomer', 'head', 'middleHead', 'quietHead', 'member', 'quietMember'] as const),
];
/** The tabs of a workbench. */
function ownListsOf(who: keyof typeof POSTS): List[] {
  const capacity = capacityOf(POSTS[who]);
  const others = `/api/live-list?open=true&involving=${capacity}&notWaitingFor=${capacity}`;
  const ended = `/api/live-list?order=ended&involving=${capacity}`;
  const paths = [others, `${others}&cursor=${timedAfter}`, ended, `${ended}&cursor=${endedAfter}`];
  return paths.map((path) => [who, path]);
}

const LISTS: readonly List[] = [
  ['liaison', '/api/live-list'],
  ['liaison', '/api/live-list?limit=100&open=true'],
  ['liaison', `/api/live-list?cursor=${timedAfter}`],
  ['liaison', `/api/live-list?cursor=${noClockAfter}`],
  ['liaison', `/api/live-list?open=true&cursor=${timedAfter}`],
  ['liaison', `/api/live-list?open=false&cursor=${noClockAfter}`],
  ['liaison', '/api/live-list?open=false'],
  ['liaison', '/api/live-list?state=NEEDS_INFO'],
  ['liaison', '/api/live-list?state=BLOWN'],
  ['liaison', '/api/live-list?state=ARCHIVED'],
  ['liaison', '/api/live-list?grade=G1'],
  ['liaison', '/api/live-list?open=true&grade=G1'],
  ['liaison', '/api/live-list?community=ZX05'],
  ['liaison', '/api/live-list?community=ZX99'],
  ['liaison', '/api/live-list?community=ZX05&open=true'],
  ['liaison', '/api/live-list?department=ZX-D1'],
  ['liaison', '/api/live-list?department=ZX-D22'],
  ['liaison', `/api/live-list?department=ZX-D22&cursor=${noClockAfter}`],
  ['liaison', '/api/live-list?department=ZX-D99'],
  ['liaison', '/api/live-list?department=ZX-D22&open=true'],
  ['liaison', '/api/live-list?waitingFor=ZX-D1'],
  ['liaison', '/api/live-list?waitingFor=ZX-D22&overdue=true'],
  ['liaison', '/api/live-list?waitingFor=liaisonOfficer'],
  ['liaison', '/api/live-list?waitingFor=nobody'],
  ['liaison', '/api/live-list?waitingFor=nobody&open=true'],
  ['liaison', '/api/live-list?step=lookBack'],
  ['liaison', '/api/live-list?step=accept'],
  ['liaison', '/api/live-list?overdue=true'],
  ['liaison', '/api/live-list?overdue=true&open=true'],
  ['liaison', '/api/live-list?overdue=false'],
  ['liaison', '/api/live-list?card=yellow'],
  ['liaison', '/api/live-list?card=red'],
  ['liaison', `/api/live-list?card=red&cursor=${noClockAfter}`],
  ['liaison', `/api/live-list?card=yellow&cardOn=${day}`],
  ['liaison', '/api/live-list?card=red&department=ZX-D22'],
  ['liaison', '/api/live-list?card=yellow&department=ZX-D1'],
  ['worker', '/api/live-list'],
  ['worker', `/api/live-list?cursor=${noClockAfter}`],
  ['worker', '/api/live-list?open=true'],
  ['newcomer', '/api/live-list'],
  ['newcomer', '/api/live-list?open=true'],
  ['head', '/api/live-list'],
  ['head', '/api/live-list?open=true'],
  ['head', `/api/live-list?cursor=${noClockAfter}`],
  ['quietHead', '/api/live-list'],
  ['quietHead', `/api/live-list?cursor=${noClockAfter}`],
  ['quietHead', '/api/live-list?open=true'],
  ['member', '/api/live-list'],
  ...TAKING_PART.flatMap(ownListsOf),
  ['liaison', '/api/live-list?order=ended&state=NOT_ACCEPTED'],
  ['liaison', '/api/live-list?order=ended&grade=G1'],
  ['liaison', '/api/live-list?order=ended&department=ZX-D22'],
  ['liaison', '/api/live-list?order=ended&community=ZX05'],
  ['liaison', `/api/figures/I1/cases?${YEARS}`],
  ['liaison', `/api/figures/I1/cases?${YEARS}&part=numerator`],
  ['liaison', `/api/figures/I4/cases?${YEARS}&part=numerator`],
  ['liaison', `/api/figures/I4/cases?${YEARS}&part=numerator&department=ZX-D1`],
  ['liaison', `/api/figures/I1/cases?${YEARS}&member=ZX-M03&part=excluded`],
  ['liaison', `/api/figures/I1/cases?${YEARS}&part=excluded`],
  ['liaison', `/api/figures/I1/cases?${YEARS}&cursor=${casesAfter}`],
  ['liaison', `/api/figures/I1/cases?${YEARS}&limit=100&cursor=${casesAfter}`],
  ['liaison', `/api/figures/I1/cases?${YEAR}`],
  ['liaison', `/api/figures/I1/cases?${YEAR}&cursor=${casesAfter}`],
  ['liaison', `/api/figures/I1/cases?${YEARS}&community=ZX05`],
  ['liaison', `/api/figures/I1/cases?${YEARS}&community=ZX99`],
  ['liaison', `/api/figures/I1/cases?${YEARS}&department=ZX-D22&cursor=${casesAfter}`],
  ['liaison', `/api/figures/I1/cases?${YEARS}&category=C20`],
  ['communityHead', `/api/figures/I1/cases?${YEARS}`],
  ['quietHead', `/api/figures/I1/cases?${YEARS}`],
  ['head', `/api/figures/I4/cases?${YEARS}&cursor=${casesAfter}`],
  ['auditor', '/api/projection-findings'],
  ['auditor', `/api/projection-findings?limit=100&cursor=${encodeCursor({ foundAt: at, id })}`],
  ['liaison', '/api/reports'],
  ['liaison', `/api/reports?limit=100&cursor=${reportsAfter}`],
  ['liaison', '/api/reports?kind=caseFile'],
  ['liaison', '/api/reports?kind=bulletin'],
  ['liaison', '/api/reports?kind=threeLists&from=2026-03-01&to=2026-03-31'],
  ['liaison', '/api/reports?from=2021-03-01'],
  ['communityHead', '/api/reports'],
  ['communityHead', '/api/reports?kind=caseFile'],
  ['communityHead', `/api/reports?cursor=${reportsAfter}`],
  ['worker', '/api/reports'],
  ['newcomer', '/api/reports'],
  ['head', '/api/reports'],
  ['quietHead', '/api/reports'],
  ['member', '/api/reports'],
];

describe('lists of a hundred thousand matters, facts and reports', () => {
  let insight: InsightService;
  let watch: ListWatch;
  beforeAll(async () => {
    insight = await InsightService.start(['postgres']);
    watch = await ListWatch.over(insight.app.get(TenantDatabase), FILL);
  }, 180_000);
  afterAll(() => insight?.stop(), 60_000);

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    // A token does not outlast them all.
    const reader = insight.as([POSTS[who]], 'zx', `zx-${who}`);
    expect(await watch.faultsOf(() => reader.get(path))).toEqual([]);
  });
});
