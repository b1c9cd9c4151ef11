import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProposalDesk, UNITS, WORDS } from './proposal-desk.js';
import { TopicsService, type Caller } from './topics-service.js';

const DAY_MS = 86_400_000;

let topics: TopicsService;
let desk: ProposalDesk;
let author: Caller;
let otherMember: Caller;
let deputyLeader: Caller;
let liaison: Caller;
let lead: Caller;
let supporting: Caller;
let stranger: Caller;

beforeAll(async () => {
  topics = await TopicsService.start(['postgres', 'kafka', 'temporal']);
  desk = await ProposalDesk.open(topics);
  ({ author, otherMember, deputyLeader, liaison, lead, supporting, stranger } = desk);
}, 120_000);

afterAll(async () => {
  await topics?.stop();
});

const submitted = () => desk.submitted();
const assigned = () => desk.assigned();
const met = () => desk.met();
const take = (caller: Caller, id: string, step: string, body: object = {}) => desk.take(caller, id, step, body);

describe('a proposal through HTTP', () => {
  it('goes from its submission to its rating and its closing, with the words of each step', async () => {
    const id = await met();
    const replied = await take(lead, id, 'reply', { replyClass: 'A', text: '二十个充电棚已建成。' });
    expect(replied).toMatchObject({ ...WORDS, state: 'REPLIED', replyClass: 'A', replies: 1, overdue: false });
    expect(replied.deadlines).toMatchObject([{ step: 'proposalRate', holderId: 'zx-member-01' }]);
    const rated = await take(author, id, 'rating', { rating: 'satisfied', text: '办得好。' });
    expect(rated).toMatchObject({ state: 'RATED', rating: 'satisfied' });
    expect(rated.texts.map(({ step }: { step: string }) => step)).toEqual(['recordMeeting', 'reply', 'rate']);
    const closed = await take(liaison, id, 'closing');
    expect(closed).toMatchObject({ state: 'CLOSED', deadlines: [], version: 8 });
    const kinds = await topics.rows(`SELECT kind FROM timeline_entry WHERE aggregate_id = $1 ORDER BY position`, id);
    const straight = ['submitted', 'filed', 'assigned', 'meetingRecorded', 'met', 'replied', 'rated', 'closed'];
    expect(kinds.map(({ kind }) => kind)).toEqual(straight);
  });

  it('[S62] keeps the matter and the session it was raised from, and is found by the matter', async () => {
    const [whistleId, sessionId] = [randomUUID(), randomUUID()];
    const { body } = await author.post('/api/proposals', { ...WORDS, whistleId, sessionId });
    expect(body).toMatchObject({ whistleId, sessionId, state: 'SUBMITTED' });
    const found = await liaison.get(`/api/proposals?whistleId=${whistleId}`);
    expect(found.body.items.map((item: { id: string }) => item.id)).toEqual([body.id]);
  });

  it('carries a class B promise over until the supplementary reply', async () => {
    const id = await met();
    const promisedAt = new Date(Date.now() + 60 * DAY_MS).toISOString();
    const undated = await lead.post(`/api/proposals/${id}/reply`, { replyClass: 'B', text: '明年建。' });
    expect(undated).toMatchObject({ status: 422, body: { code: 'promiseDateMissing' } });
    await take(lead, id, 'reply', { replyClass: 'B', text: '九月建成。', promisedAt });
    await take(author, id, 'rating', { rating: 'basic' });
    expect(await take(liaison, id, 'closing')).toMatchObject({ state: 'CARRIED_OVER', promisedAt });
    const done = await take(lead, id, 'supplement', { replyClass: 'A', text: '已建成。' });
    expect(done).toMatchObject({ state: 'CLOSED', replyClass: 'A' });
    expect(done.promisedAt).toBeUndefined();
  });

  it('refuses a wrong role, also the supporting department and a member who is not the author', async () => {
    const id = await met();
    const byLiaison = await liaison.post('/api/proposals', WORDS);
    expect(byLiaison).toMatchObject({ status: 403, body: { code: 'roleNotAllowed' } });
    const reply = { replyClass: 'A', text: '已建成。' };
    for (const caller of [supporting, author, liaison])
      expect(await caller.post(`/api/proposals/${id}/reply`, reply)).toMatchObject({ status: 403 });
    await take(lead, id, 'reply', reply);
    const byOther = await otherMember.post(`/api/proposals/${id}/rating`, { rating: 'satisfied' });
    expect(byOther).toMatchObject({ status: 403, body: { code: 'roleNotAllowed' } });
  });

  it('refuses to file one’s own proposal', async () => {
    const posts = [{ role: 'member' as const, memberId: 'ZX-M03' }, { role: 'deputyLeader' as const }];
    const both = topics.as({ userId: 'zx-both', posts });
    const { body } = await both.post('/api/proposals', WORDS);
    const own = await both.post(`/api/proposals/${body.id}/filing`, { isFiled: true });
    expect(own).toMatchObject({ status: 403, body: { code: 'separationOfDuties' } });
  });

  it('refuses a step whose time has not come, and names the state', async () => {
    const id = await assigned();
    const early = await lead.post(`/api/proposals/${id}/reply`, { replyClass: 'A', text: '已建成。' });
    expect(early).toMatchObject({ status: 409, body: { code: 'proposalNotReady', state: 'ASSIGNED' } });
    const unheard = await author.post(`/api/proposals/${id}/meeting-confirmation`, {});
    expect(unheard).toMatchObject({ status: 409, body: { state: 'ASSIGNED' } });
    const reason = await deputyLeader.post(`/api/proposals/${await submitted()}/filing`, { isFiled: false });
    expect(reason.status).toBe(422);
  });

  it('takes a repeated submission and a repeated step once', async () => {
    const key = { 'Idempotency-Key': 'once-1' };
    const first = await author.post('/api/proposals', WORDS, key);
    const again = await author.post('/api/proposals', WORDS, key);
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id, version: 1 } });
    const path = `/api/proposals/${first.body.id}/filing`;
    expect((await deputyLeader.post(path, { isFiled: true }, key)).body.version).toBe(2);
    expect(await deputyLeader.post(path, { isFiled: true }, key)).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('does not exist for another tenant', async () => {
    const id = await submitted();
    expect((await stranger.get(`/api/proposals/${id}`)).status).toBe(404);
    expect((await stranger.post(`/api/proposals/${id}/assignment`, UNITS)).status).toBe(404);
    expect((await stranger.get('/api/proposals')).body.items).toEqual([]);
  });

  it('[S66] lists for a unit the proposals it leads or supports, page by page', async () => {
    const ids = [await assigned(), await assigned()];
    const unassigned = await submitted();
    for (const caller of [lead, desk.leadHandler, supporting]) {
      const seen: string[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const { body } = await caller.get(`/api/proposals?limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
        seen.push(...body.items.map((item: { id: string }) => item.id));
        cursor = body.nextCursor as string | undefined;
      }
      expect(seen).toEqual(expect.arrayContaining(ids));
      expect(seen).not.toContain(unassigned);
      expect(new Set(seen).size).toBe(seen.length);
    }
    const supported = await liaison.get('/api/proposals?departmentId=ZX-XFD&state=ASSIGNED&limit=100');
    expect(supported.body.items.map((item: { id: string }) => item.id)).toEqual(expect.arrayContaining(ids));
    const nobody = topics.as({ userId: 'zx-head-x', posts: [{ role: 'head', departmentId: 'ZX-OTHER' }] });
    expect((await nobody.get('/api/proposals')).body.items).toEqual([]);
  });
});
