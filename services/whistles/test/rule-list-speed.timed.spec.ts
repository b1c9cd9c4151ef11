import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeCursor } from '@hsl/platform/page';
import { ListWatch } from '@hsl/testing/list-watch';
import { TenantDatabase, type WhistlesDatabase } from '../src/database.js';
import { openHarness, postOf, type Caller, type Harness } from './harness.js';

const ROWS = 100_000;
const ID = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
/** What a page shows is as long as proposals are; what it does not reach is short, for the sake of memory. */
const CONTENT = `CASE WHEN n <= 200 THEN (SELECT content FROM rule_set WHERE subdistrict_id = 'zx' AND version = 1) ELSE '{}' END`;
/** Far more than anybody decides: all but a few proposals became versions. */
const FILL = [
  `INSERT INTO rule_set_proposal (id, subdistrict_id, version, last_decision_id, state, content, based_on, proposed_by, proposed_at)
    SELECT ${ID}, 'zx', 2, 'd', CASE n % 30000 WHEN 7 THEN 'REJECTED' ELSE 'APPROVED' END, ${CONTENT}, 1, 'u', now() - n * interval '53 minutes'
    FROM generate_series(1, ${ROWS}) AS n`,
  `INSERT INTO rule_set (subdistrict_id, version, effective_from, content, approved_by, proposal_id, published_at)
    SELECT 'zx', n + 1, now() - (${ROWS} - n) * interval '53 minutes', CASE n WHEN ${ROWS} THEN content ELSE '{}' END, 'u', ${ID}, now()
    FROM rule_set, generate_series(1, ${ROWS}) AS n WHERE subdistrict_id = 'zx' AND version = 1`,
];
const proposedAt = new Date(Date.now() - 2_000 * 86_400_000).toISOString();
const proposalsAfter = encodeCursor({ proposedAt, id: '00000000-0000-4000-8000-000000054000' });

describe('lists of a hundred thousand versions of the rules', () => {
  let harness: Harness;
  let watch: ListWatch;
  let liaison: Caller;
  beforeAll(async () => {
    harness = await openHarness(['postgres']);
    watch = await ListWatch.over(harness.app.get<WhistlesDatabase>(TenantDatabase), FILL);
    liaison = harness.as('zx-liaison1', postOf('liaisonOfficer'));
  }, 180_000);
  afterAll(() => harness?.close(), 60_000);

  it.each([
    '/api/rule-set/versions?limit=100',
    `/api/rule-set/versions?cursor=${encodeCursor({ version: 54_000 })}`,
    '/api/rule-set/proposals',
    '/api/rule-set/proposals?limit=100',
    `/api/rule-set/proposals?cursor=${proposalsAfter}`,
    ...['APPROVED', 'REJECTED', 'PROPOSED'].map((state) => `/api/rule-set/proposals?state=${state}`),
  ])('reads few rows and soon: %s', async (path) => {
    expect(await watch.faultsOf(() => liaison.get(path))).toEqual([]);
  });
});
