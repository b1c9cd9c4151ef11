import { describe, expect, it } from '@jest/globals';
import type { Post } from '@hsl/contracts/roles';
import { encodeCursor } from '@hsl/platform/page';
import { watchedLists } from './watched-lists.js';

const ROWS = 100_000;
/** A row each for the numbers 1 to ROWS. */
const insert = (table: string, columns: string, values: string): string =>
  `INSERT INTO ${table} (subdistrict_id, ${columns}) SELECT 'zx', ${values} FROM generate_series(1, ${ROWS}) AS n`;
const ID = `('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid`;
const COMMUNITY = `CASE WHEN n % 20000 = 9 THEN 'ZX15' ELSE 'ZX' || lpad((n % 14 + 1)::text, 2, '0') END`;
const AGO = `now() - n * interval '53 minutes'`;
const TOPIC = '00000000-0000-4000-8000-000000000001';
const QUIET_TOPIC = '00000000-0000-4000-8000-000000000002';
/** Ten years. Of each there is something that hardly ever happens, and the newest is never among it. */
const FILL = [
  insert(
    'proposal',
    `id, version, last_decision_id, whistle_id, state, submitted_by, submitted_at, lead_department_id,
      supporting_department_ids, meeting_recorded, replies, deadlines`,
    `${ID}, 1, 'd', CASE WHEN n % 10 = 0 THEN ${ID} END,
      CASE WHEN n % 20000 = 1 THEN 'RETURN_REQUESTED' WHEN n % 500 = 2 THEN 'SUBMITTED' WHEN n % 50 = 3 THEN 'ASSIGNED' ELSE 'CLOSED' END,
      CASE WHEN n % 30000 = 5 THEN 'zx-member' ELSE 'zx-member-' || n % 200 END, ${AGO},
      CASE WHEN n % 50000 = 9 THEN 'ZX-D99' ELSE 'ZX-D' || n % 22 END,
      CASE WHEN n % 30000 = 11 THEN ARRAY['ZX-D99'] WHEN n % 2 = 0 THEN ARRAY['ZX-D' || (n + 7) % 22] ELSE '{}' END, false, 0, '[]'`,
  ),
  insert(
    'proposal_text',
    'id, proposal_id, step, title, text, recorded_by, final_at',
    `${ID}, ${ID}, 'submit', '充电棚' || n, '建议按楼栋布设充电棚', 'zx-member-' || n % 200, ${AGO}`,
  ),
  `INSERT INTO topic (id, subdistrict_id, version, last_decision_id, title, problem, source, scale, tier, category_code,
      community_ids, phase, state, published, proposed_at)
    SELECT ${ID}, 'zx', 9, 'd', '充电', '飞线', 'resident', 'keyMinor', 'heartWarming', 'C1', ARRAY['ZX01'], 'solving', 'PLANNED', true, now()
    FROM generate_series(1, 2) AS n`,
  insert(
    'topic_comment',
    'id, version, last_decision_id, topic_id, text, state, at',
    `${ID}, 1, 'd', CASE WHEN n % 10 = 0 THEN '${QUIET_TOPIC}' ELSE '${TOPIC}' END::uuid, '说得对',
      CASE WHEN n % 20000 = 1 THEN 'REJECTED' WHEN n % 1000 = 0 THEN 'PENDING' ELSE 'PUBLISHED' END, ${AGO}`,
  ),
  `INSERT INTO qr_key (subdistrict_id, version, secret) VALUES ('zx', 1, '\\x00') ON CONFLICT DO NOTHING`,
  insert(
    'qr_point',
    'id, version, last_decision_id, kind, place, community_id, active, key_version, created_by, created_at',
    `${ID}, 1, 'd', 'noticeBoard', n % 40 || '号楼', ${COMMUNITY}, n % 3 > 0, 1, 'zx-admin', ${AGO}`,
  ),
  // A year in which the way out was shut: what was given up is older than all that went out since.
  insert(
    'sender_text',
    'id, submission_id, event_id, kind, due_at, created_at, state, reason, settled_at',
    `${ID}, ${ID}, 'event-' || n, 'done', ${AGO}, ${AGO}, CASE WHEN n BETWEEN 60000 AND 70000 THEN 'DEAD' ELSE 'SENT' END, 'rejected', ${AGO}`,
  ),
  insert(
    'erasure_request',
    'id, subject, submission_ids, participant_ids, state, requested_at',
    `${ID}, 'resident', ARRAY[${ID}], '{}', CASE WHEN n % 20000 = 7 THEN 'REJECTED' WHEN n % 1000 = 0 THEN 'REQUESTED' ELSE 'APPROVED' END, ${AGO}`,
  ),
  // Somebody looked in one step of ten, hardly ever the same two people; of late nobody did.
  insert(
    'timeline_entry',
    'aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details',
    `${ID}::text, 1, 'd', CASE n % 3 WHEN 0 THEN 'contactRead' WHEN 1 THEN 'contactErased' ELSE 'originalSeen' END,
      CASE WHEN n % 20000 < 3 THEN 'zx-seldom' ELSE 'zx-liaison-' || n % 9 END, 'liaisonOfficer', ${AGO},
      '{"purpose": "callBack", "reason": "r", "fileId": "00000000-0000-4000-8000-000000000001"}'`,
  ),
  insert(
    'timeline_entry',
    'aggregate_id, version, decision_id, kind, actor_id, actor_role, at',
    `CASE WHEN n % 20 = 0 THEN '${TOPIC}' ELSE ${ID}::text END, n / 20 + 2, 'd', 'topicCommented', 'zx-seldom', 'liaisonOfficer', now()`,
  ),
  insert('topic_note', 'topic_id, version, text', `'${TOPIC}'::uuid, n, '说明'`),
  insert(
    'venue',
    'id, version, last_decision_id, kind, name, address, community_id, opening_hours, active',
    `${ID}, 1, 'd', CASE WHEN n % 30000 = 8 THEN 'centre' ELSE 'pavilion' END, '驿站' || lpad(n::text, 6, '0'), '路',
      CASE WHEN n % 40000 = 10 THEN NULL ELSE ${COMMUNITY} END, '[]', n % 25000 <> 12`,
  ),
];
const POSTS = {
  liaison: { role: 'liaisonOfficer' },
  deputyLeader: { role: 'deputyLeader' },
  member: { role: 'member', memberId: 'ZX-M01', communityIds: ['ZX01'] },
  head: { role: 'head', departmentId: 'ZX-D7' },
  quietHead: { role: 'head', departmentId: 'ZX-D99' },
  handler: { role: 'handler', departmentId: 'ZX-D7' },
  worker: { role: 'communityWorker', communityIds: ['ZX03'] },
  quietWorker: { role: 'communityWorker', communityIds: ['ZX15'] },
  communityHead: { role: 'communityHead', communityIds: ['ZX03'] },
  quietCommunityHead: { role: 'communityHead', communityIds: ['ZX15'] },
  auditor: { role: 'auditor' },
  admin: { role: 'admin' },
} as const satisfies Record<string, Post>;
const id = '00000000-0000-4000-8000-000000054000';
const at = new Date(Date.now() - 2_000 * 86_400_000).toISOString();
const proposalsAfter = encodeCursor({ submittedAt: at, id });
const commentsAfter = encodeCursor({ at, id });
const pointsAfter = encodeCursor({ createdAt: at, id });
const requestsAfter = encodeCursor({ requestedAt: at, id });
const textsAfter = encodeCursor({ givenUpAt: new Date(Date.now() - 66_000 * 53 * 60_000).toISOString(), id });
const looksAfter = encodeCursor({ id: '54000' });
const readingsAfter = encodeCursor({ position: '54000' });
const venuesAfter = encodeCursor({ name: '驿站054000', id });
const comments = (topic: string, query = '') => `/api/topics/${topic}/comments${query}`;

const LISTS: readonly [who: keyof typeof POSTS, path: string][] = [
  ['liaison', '/api/proposals?limit=100'],
  ['liaison', `/api/proposals?cursor=${proposalsAfter}`],
  ['liaison', '/api/proposals?state=CLOSED'],
  ['liaison', '/api/proposals?state=SUBMITTED'],
  ['liaison', `/api/proposals?state=ASSIGNED&cursor=${proposalsAfter}`],
  ['liaison', '/api/proposals?state=RETURN_REQUESTED'],
  ['liaison', '/api/proposals?state=WITHDRAWN'],
  ['liaison', '/api/proposals?departmentId=ZX-D7'],
  ['liaison', `/api/proposals?departmentId=ZX-D7&cursor=${proposalsAfter}`],
  ['liaison', '/api/proposals?departmentId=ZX-D99'],
  ['liaison', '/api/proposals?departmentId=ZX-D98'],
  ['liaison', '/api/proposals?departmentId=ZX-D7&state=SUBMITTED'],
  ['liaison', `/api/proposals?whistleId=00000000-0000-4000-8000-000000005000`],
  ['liaison', `/api/proposals?whistleId=00000000-0000-4000-8000-000000005001`],
  ['member', '/api/proposals'],
  ['member', '/api/proposals?mine=true'],
  ['member', `/api/proposals?mine=true&cursor=${proposalsAfter}`],
  ['member', '/api/proposals?mine=true&state=SUBMITTED'],
  ['member', '/api/proposals?mine=false'],
  ['liaison', '/api/proposals?mine=true'],
  ['head', '/api/proposals'],
  ['head', `/api/proposals?cursor=${proposalsAfter}`],
  ['head', '/api/proposals?state=RETURN_REQUESTED'],
  ['quietHead', '/api/proposals'],
  ['quietHead', '/api/proposals?state=CLOSED'],
  ['handler', '/api/proposals?state=ASSIGNED'],
  ['liaison', comments(TOPIC, '?limit=100')],
  ['liaison', comments(TOPIC, `?cursor=${commentsAfter}`)],
  ['liaison', comments(TOPIC, '?state=PENDING')],
  ['liaison', comments(TOPIC, '?state=REJECTED')],
  ['liaison', comments(QUIET_TOPIC, `?cursor=${commentsAfter}`)],
  ['liaison', comments(QUIET_TOPIC, '?state=REJECTED')],
  ['liaison', `/api/topics/${TOPIC}/history`],
  ['liaison', `/api/topics/${QUIET_TOPIC}/history`],
  ['admin', '/api/qr-points?limit=100'],
  ['admin', `/api/qr-points?cursor=${pointsAfter}`],
  ['admin', '/api/qr-points?communityId=ZX05'],
  ['admin', '/api/qr-points?communityId=ZX15'],
  ['admin', '/api/qr-points?communityId=ZX99'],
  ['communityHead', '/api/qr-points'],
  ['communityHead', `/api/qr-points?cursor=${pointsAfter}`],
  ['quietCommunityHead', '/api/qr-points'],
  ['admin', '/api/failed-sender-texts?limit=100'],
  ['admin', '/api/failed-sender-texts'],
  ['admin', `/api/failed-sender-texts?cursor=${textsAfter}`],
  ['deputyLeader', '/api/personal-data/erasure-requests?limit=100'],
  ['deputyLeader', `/api/personal-data/erasure-requests?cursor=${requestsAfter}`],
  ['deputyLeader', '/api/personal-data/erasure-requests?state=REQUESTED'],
  ['deputyLeader', '/api/personal-data/erasure-requests?state=REJECTED'],
  ['deputyLeader', `/api/personal-data/erasure-requests?state=APPROVED&cursor=${requestsAfter}`],
  ['auditor', '/api/personal-data/erasure-requests'],
  ['auditor', '/api/submission-photo-looks?limit=100'],
  ['auditor', `/api/submission-photo-looks?cursor=${looksAfter}`],
  ['auditor', '/api/submission-photo-looks?readerId=zx-liaison-2'],
  ['auditor', '/api/submission-photo-looks?readerId=zx-seldom'],
  ['auditor', '/api/submission-photo-looks?readerId=zx-nobody'],
  ['auditor', '/api/contact-readings?limit=100'],
  ['auditor', `/api/contact-readings?cursor=${readingsAfter}`],
  ['auditor', '/api/contact-readings?readerId=zx-liaison-1'],
  ['auditor', `/api/contact-readings?readerId=zx-liaison-1&cursor=${readingsAfter}`],
  ['auditor', '/api/contact-readings?readerId=zx-seldom'],
  ['auditor', '/api/contact-readings?readerId=zx-nobody'],
  ['auditor', `/api/contact-readings?submissionId=${id}`],
  ['liaison', '/api/venues?limit=100'],
  ['liaison', `/api/venues?cursor=${venuesAfter}`],
  ['liaison', '/api/venues?kind=centre'],
  ['liaison', '/api/venues?kind=square'],
  ['liaison', '/api/venues?communityId=ZX05'],
  ['liaison', '/api/venues?communityId=ZX15'],
  ['liaison', '/api/venues?communityId=ZX99'],
  ['liaison', '/api/venues?active=false'],
  ['worker', '/api/venues'],
  ['worker', `/api/venues?cursor=${venuesAfter}`],
  ['quietWorker', '/api/venues'],
];

describe('lists of a hundred thousand proposals, comments, points, texts, looks and requests', () => {
  const lists = watchedLists(FILL);

  it.each(LISTS)('%s reads few rows and soon: %s', async (who, path) => {
    expect(await lists.faultsOf(who, POSTS[who], path)).toEqual([]);
  });
});
