import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { encodeCursor } from '@hsl/platform/page';
import { ListWatch } from '@hsl/testing/list-watch';
import { NoticesService, type Person } from './notices-service.js';

const ROWS = 100_000;
const HOOK = '00000000-0000-4000-8000-00000000000a';
/** Years of notices: one in three goes to one liaison officer, one in three to somebody who reads none; one in a thousand that went by mail did not arrive. */
const FILL = [
  `INSERT INTO notice (subdistrict_id, user_id, event_id, kind, urgency, whistle_number, params, at, created_at, read_at)
    SELECT 'zx', CASE n % 3 WHEN 0 THEN 'zx-liaison' WHEN 1 THEN 'zx-away' ELSE 'zx-user-' || n % 60 END, 'event-' || n, 'taskDispatched', 'normal',
      'ZX-' || n, '{}', now() - n * interval '10 minutes', now(), CASE WHEN n % 3 <> 1 AND (n > 300 OR n % 2 = 0) THEN now() END
    FROM generate_series(${ROWS}, 1, -1) AS n`,
  `INSERT INTO delivery (subdistrict_id, user_id, notice_id, channel, urgency, is_urgent, state, due_at, reason, settled_at)
    SELECT 'zx', user_id, id, 'email', 'normal', false, CASE WHEN id % 1000 = 7 THEN 'DEAD' ELSE 'SENT' END, now(), 'rejected', now()
    FROM notice`,
  `INSERT INTO webhook (id, subdistrict_id, name, url, event_types, community_ids, key_id, sealed, created_by, created_at)
    VALUES ('${HOOK}', 'zx', '12345', 'https://hook.example', '{whistle.blown.v1}', '{}', 'k', '', 'zx-admin', now())`,
  `INSERT INTO webhook_delivery (subdistrict_id, webhook_id, event_id, event_type, body, state, due_at, settled_at)
    SELECT 'zx', '${HOOK}', 'event-' || n, 'whistle.blown.v1', '{"subject": "s"}', CASE WHEN n % 2000 = 0 THEN 'DEAD' ELSE 'SENT' END, now(), now()
    FROM generate_series(1, ${ROWS}) AS n`,
];
const PEOPLE: Record<'liaison' | 'away' | 'quiet' | 'admin', Person> = {
  liaison: { userId: 'zx-liaison', subdistrictId: 'zx', posts: [{ role: 'liaisonOfficer' }] },
  away: { userId: 'zx-away', subdistrictId: 'zx', posts: [{ role: 'liaisonOfficer' }] },
  quiet: { userId: 'zx-user-5', subdistrictId: 'zx', posts: [{ role: 'communityHead', communityIds: ['ZX01'] }] },
  admin: { userId: 'zx-admin', subdistrictId: 'zx', posts: [{ role: 'admin' }] },
};

const LISTS: readonly [who: keyof typeof PEOPLE, path: string][] = [
  ['liaison', '/api/inbox?limit=100'],
  ['liaison', `/api/inbox?cursor=${encodeCursor('40000')}`],
  ['liaison', '/api/inbox?unread=true'],
  ['liaison', '/api/inbox?unread=false'],
  ['away', '/api/inbox'],
  ['away', '/api/inbox?unread=true'],
  ['quiet', '/api/inbox'],
  ['quiet', '/api/inbox?unread=true'],
  ['admin', '/api/failed-notices'],
  ['admin', `/api/failed-notices?cursor=${encodeCursor('40000')}`],
  ['admin', `/api/webhooks/${HOOK}/deliveries`],
  ['admin', `/api/webhooks/${HOOK}/deliveries?cursor=${encodeCursor('40000')}`],
  ['admin', `/api/webhooks/${HOOK}/deliveries?state=DEAD`],
];

describe('lists of a hundred thousand notices', () => {
  let notices: NoticesService;
  let watch: ListWatch;
  beforeAll(async () => {
    notices = await NoticesService.start();
    watch = await ListWatch.over(notices.replicas[0]!.app.get(TenantDatabase), FILL);
  }, 180_000);
  afterAll(() => notices?.stop(), 60_000);

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await watch.faultsOf(() => notices.ask(PEOPLE[who], path))).toEqual([]);
  });

  it('counts no further than a thousand unread rows', async () => {
    expect((await notices.ask(PEOPLE.away, '/api/inbox')).body['unreadCount']).toBe(1_000);
  });
});
