import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@hsl/platform/page';
import { ListWatch } from '@hsl/testing/list-watch';
import { TenantDatabase, type WhistlesDatabase } from '../src/database.js';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const ROWS = 100_000;
/** Ten years of a subdistrict: one in a hundred is open, departments and members are not equally busy, some hardly ever. */
const FILL = [
  `INSERT INTO whistle (id, subdistrict_id, version, last_decision_id, number, tracking_code, kind, category_code,
      community_id, estate_id, place, facts, wanted_department_ids, blown_by, blown_by_key, blown_at, state, grade, level, rule_set_version,
      waiting_for, waiting_since, due_at, deadlines, lead_department_id, department_ids, member_ids, outcome, progress,
      concluded_at, workflow_started_at, follow_up_started_at)
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'zx', 9, 'seed', 'ZX-' || n, 'T' || n, 'hardProblem',
      'C' || floor(20 * power(random(), 2)) + 1, 'ZX' || lpad((n % 14 + 1)::text, 2, '0'), 'ZX-E' || n % 60, n % 90 || '号楼东门',
      CASE n % 5000 WHEN 7 THEN '井盖' ELSE '电动车' END || '占道，居民多次反映，希望尽快处理，编号' || left(md5(n::text), 6), '{}',
      'zx-worker-' || n % 60, CASE WHEN n % 20000 = 1 THEN 'key1' END, now() - n * interval '53 minutes',
      CASE WHEN n % 100 > 0 THEN CASE n % 10 WHEN 3 THEN 'CONCLUDED' WHEN 4 THEN 'MERGED' ELSE 'ARCHIVED' END
        WHEN n % 20000 = 0 THEN 'NEEDS_INFO' ELSE 'COORDINATING' END,
      CASE WHEN n % 2500 = 0 THEN 'G1' ELSE 'G' || n % 3 + 2 END, 'blue', 1,
      CASE WHEN n % 10000 = 0 THEN '[{"step": "countersign"}]' WHEN n % 100 > 0 THEN '[]' ELSE '[{"step": "feedback"}]' END::jsonb,
      CASE WHEN n % 100 = 0 OR concluded_at > now() - interval '90 days' THEN now() END, CASE WHEN n % 100 = 0 THEN now() + (n % 9 - 4) * interval '1 day' END, '[]', lead, ARRAY[lead],
      ARRAY['ZX-M' || floor(23 * power(random(), 3)) + 1], CASE WHEN n % 100 > 0 THEN 'resolved' END,
      CASE WHEN n % 20000 = 100 THEN '{"withdrawProposedBy": "u"}' ELSE '{"tasks": [], "memberIds": [], "reworkCount": 0}' END::jsonb,
      concluded_at, now(), now()
    FROM (SELECT n, CASE n % 2500 WHEN 3 THEN 'ZX-D22' ELSE 'ZX-D' || floor(21 * power(random(), 3)) + 1 END AS lead,
        CASE WHEN n % 100 > 0 THEN now() - n * interval '52 minutes' END AS concluded_at FROM generate_series(1, ${ROWS}) AS n) AS one`,
  'INSERT INTO whistle_text SELECT id, subdistrict_id, text_grams(number, place, facts) FROM whistle',
  `INSERT INTO look_back (whistle_id, sequence, subdistrict_id, due_at, state)
    SELECT id, 1, 'zx', concluded_at + interval '30 days', CASE WHEN concluded_at > now() - interval '90 days' THEN 'SCHEDULED' ELSE 'STABLE' END
    FROM whistle WHERE concluded_at IS NOT NULL`,
  `INSERT INTO ledger_entry (id, subdistrict_id, version, last_decision_id, whistle_id, number, serial, community_id,
      lead_department_id, state, days, applied_by, applied_at, proposed_by, deadlines)
    SELECT id, 'zx', 1, 'seed', id, number, 'G' || number, community_id, lead_department_id,
      CASE WHEN state = 'NEEDS_INFO' THEN 'APPLIED' WHEN outcome IS NULL THEN 'RUNNING' ELSE 'CLOSED' END, 90, 'u', blown_at,
      NULL, '[]' FROM whistle WHERE right(number, 1) = '0'`,
  `INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, at, details)
    SELECT 'zx', id::text, 1, 'd', CASE WHEN right(number, 3) = '007' THEN 'escalatedSupervision' ELSE 'accepted' END, blown_at,
      '{"step": "feedback", "dueAt": 1764000000000}' FROM whistle`,
  // A matter that never ends: of its history the first five hundred lines are told.
  `INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, from_state, to_state, at, details)
    SELECT 'zx', id::text, n, 'd', 'accepted', 'BLOWN', 'ACCEPTED', blown_at + n * interval '1 minute', '{}'
    FROM whistle, generate_series(1, 5000) AS n WHERE number = 'ZX-54000'`,
  // Somebody looked at photos as they came in ten years, of late nobody did.
  `INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
    SELECT 'zx', id::text, 1, 'd', 'originalSeen', CASE WHEN right(number, 4) = '0007' THEN 'zx-seldom' ELSE 'zx-liaison-' || right(number, 1) END,
      'liaisonOfficer', blown_at, '{"reason": "r", "fileId": "00000000-0000-4000-8000-000000000001"}' FROM whistle`,
  `INSERT INTO reconciliation_report (id, subdistrict_id, started_at, finished_at, checked, repaired, reported, findings)
    SELECT gen_random_uuid(), 'zx', now() - n * interval '53 minutes', now(), 9, 0, 0, '[]' FROM generate_series(1, ${ROWS}) AS n`,
];
const HANDLER = postOf('handler', { departmentId: 'ZX-D2' });
const QUIET_HEAD = postOf('head', { departmentId: 'ZX-D22' });

type List = readonly [
  who: 'liaison' | 'worker' | 'handler' | 'quietHead' | 'deputyLeader' | 'district' | 'key' | 'auditor',
  path: string,
];
const whistlesAt = new Date(Date.now() - 2_000 * 86_400_000).toISOString();
const whistlesAfter = encodeCursor({
  blownAt: whistlesAt,
  id: '00000000-0000-4000-8000-000000054000',
});
const searching = (text: string) => `/api/whistles?q=${encodeURIComponent(text)}`;
const LISTS: readonly List[] = [
  ['liaison', '/api/whistles'],
  ['liaison', `/api/whistles?limit=100&cursor=${whistlesAfter}`],
  ['liaison', '/api/whistles?open=true'],
  ['liaison', `/api/whistles?open=true&cursor=${whistlesAfter}`],
  ['liaison', '/api/whistles?open=false'],
  ['liaison', '/api/whistles?state=NEEDS_INFO'],
  ['liaison', '/api/whistles?state=BLOWN'],
  ['liaison', '/api/whistles?state=ARCHIVED&category=C20'],
  ['liaison', '/api/whistles?overdue=true'],
  ['liaison', '/api/whistles?overdue=false&grade=G1'],
  ['liaison', '/api/whistles?grade=G1'],
  ['liaison', '/api/whistles?estate=ZX-E7'],
  ['liaison', '/api/whistles?community=ZX03&grade=G1'],
  ['liaison', '/api/whistles?community=ZX99'],
  ['liaison', '/api/whistles?category=C7'],
  ['liaison', searching('井盖')],
  ['liaison', searching('井')],
  ['liaison', searching('电动车占道，居民多次反映')],
  ['liaison', searching('充电桩')],
  ['liaison', searching('77号楼东')],
  ['liaison', searching('ZX-54321')],
  ['liaison', searching('4321')],
  ['liaison', searching('a7f')],
  ['liaison', `${searching('电动车')}&open=true`],
  ['worker', searching('井盖')],
  ['handler', searching('电动车')],
  ['quietHead', searching('井盖')],
  ['worker', '/api/whistles?limit=100'],
  ['worker', '/api/whistles?open=true'],
  ['handler', '/api/whistles'],
  ['handler', `/api/whistles?cursor=${whistlesAfter}`],
  ['handler', '/api/whistles?open=true'],
  ['quietHead', '/api/whistles'],
  ['quietHead', '/api/whistles?open=true'],
  ['key', '/api/whistles'],
  ['liaison', '/api/whistles/00000000-0000-4000-8000-000000054000/timeline'],
  ['liaison', '/api/whistles/00000000-0000-4000-8000-000000000007/timeline'],
  ['worker', '/api/whistles/00000000-0000-4000-8000-000000000002/timeline'],
  ['liaison', '/api/look-backs'],
  ['liaison', '/api/look-backs?due=true'],
  ['liaison', '/api/look-backs?state=REBOUND'],
  ['worker', '/api/look-backs?due=true'],
  ['handler', '/api/look-backs'],
  ['quietHead', '/api/look-backs'],
  ['liaison', '/api/ledger'],
  ['liaison', '/api/ledger?state=APPLIED'],
  ['liaison', '/api/ledger?asks=true'],
  ['worker', '/api/ledger?state=RUNNING'],
  ['handler', '/api/ledger'],
  ['quietHead', '/api/ledger'],
  ['liaison', '/api/ledger?departmentId=ZX-D21&communityId=ZX05'],
  ['deputyLeader', '/api/approvals'],
  ['deputyLeader', '/api/approvals?kind=withdrawApproval'],
  ['liaison', '/api/referrals'],
  ['liaison', '/api/referrals?answered=true'],
  ['worker', '/api/referrals'],
  ['auditor', '/api/whistle-photo-looks?limit=100'],
  ['auditor', `/api/whistle-photo-looks?cursor=${encodeCursor({ id: '154000' })}`],
  ['auditor', '/api/whistle-photo-looks?readerId=zx-liaison-3'],
  ['auditor', '/api/whistle-photo-looks?readerId=zx-seldom'],
  ['auditor', '/api/whistle-photo-looks?readerId=zx-nobody'],
  ['auditor', '/api/reconciliations?limit=100'],
  [
    'auditor',
    `/api/reconciliations?cursor=${encodeCursor({ startedAt: whistlesAt, id: '00000000-0000-4000-8000-000000054000' })}`,
  ],
];

describe('lists of a hundred thousand whistles', () => {
  let harness: Harness;
  let watch: ListWatch;
  let callers: Record<List[0], Caller>;
  beforeAll(async () => {
    harness = await openHarness(['postgres']);
    watch = await ListWatch.over(harness.app.get<WhistlesDatabase>(TenantDatabase), FILL);
    callers = {
      liaison: harness.as('zx-liaison1', postOf('liaisonOfficer')),
      worker: harness.as('zx-worker-1', worker('ZX03')),
      handler: harness.as('zx-handler', HANDLER),
      quietHead: harness.as('zx-head', QUIET_HEAD),
      deputyLeader: harness.as('zx-deputyleader', postOf('deputyLeader')),
      district: harness.as('zx-district', postOf('districtCommittee')),
      auditor: harness.as('zx-auditor', postOf('auditor')),
      key: harness.as('key1', postOf('partnerKey'), { keyId: 'key1', keyScopes: ['whistles.read'] }),
    };
  }, 300_000);
  afterAll(() => harness.close(), 60_000);

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await watch.faultsOf(() => callers[who].get(path))).toEqual([]);
  });
});
