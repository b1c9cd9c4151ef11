import { randomUUID } from 'node:crypto';
import { apiFaults, type ApiDocument } from '@hsl/deploy/checks/api-faults';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report, ReportKindList, ReportPage, ReportText, RequestReport } from '@hsl/contracts/schemas/reports';
import { ReportMaker } from '../src/reports/report-maker.js';
import { ReportQueueRepository } from '../src/reports/report-queue.repository.js';
import { ReportWorker } from '../src/reports/report-worker.js';
import { ReportSweep } from '../src/reports/report-sweep.js';
import { TenantDatabase } from '../src/database.js';
import { eventually, InsightService, type Reader } from './insight-service.js';
import { bytesOf, madeReport, openXlsx, sortedTexts } from './opened-report.js';
import { NOW, PERIOD, saidIn, STORY } from './report-story.js';

let insight: InsightService;
let leader: Reader;
let deputy: Reader;
const LISTS: RequestReport = { kind: 'threeLists', format: 'xlsx', ...PERIOD };
const EMPTY = { from: '2021-02-01', to: '2021-02-28' };

beforeAll(async () => {
  insight = await InsightService.start();
  insight.setClock(NOW);
  leader = insight.as([{ role: 'groupLeader' }], 'zx', 'zx-leader');
  deputy = insight.as([{ role: 'deputyLeader' }], 'zx', 'zx-deputy');
  await insight.tellAll(STORY);
}, 60_000);

afterAll(async () => {
  await insight?.stop();
});

describe('a report', () => {
  it('is taken at once, made in the background, and kept as a file of its own type', async () => {
    const { status, headers, body } = await leader.post<Report>('/api/reports', LISTS);
    expect(status).toBe(202);
    expect(headers.get('location')).toBe(`/api/reports/${body.id}`);
    expect(['queued', 'running']).toContain(body.state);
    const look = async () => (await leader.get<Report>(headers.get('location')!)).body;
    const done = await eventually(look, ({ state }) => state === 'done');
    expect(done).toMatchObject({ progress: 100, definitionVersion: 1, ruleSetVersion: 3, requestedBy: 'zx-leader' });
    expect(done.file!.name).toBe('问题、措施、责任三张清单_2026-11-01_2026-11-30.xlsx');
    const answer = await leader.ask(`/api/reports/${body.id}/file`);
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await answer.arrayBuffer()).byteLength).toBe(done.file!.bytes);
  });

  it('of an empty period says so, and makes no file', async () => {
    const report = await madeReport(leader, { ...LISTS, ...EMPTY });
    expect(report).toMatchObject({ state: 'done', rows: 0 });
    expect(report.file).toBeUndefined();
    expect(report.message!.zh).toBe('2021年2月没有符合条件的哨件，没有生成报表。请换一个时间段。');
    const { status, body } = await leader.get(`/api/reports/${report.id}/file`);
    expect([status, body['code']]).toEqual([409, 'reportEmpty']);
  });

  it('is the same for the same Idempotency-Key, and refused for another body', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const ask = (body: RequestReport) => leader.post<Report & { code: string }>('/api/reports', body, key);
    const both = await Promise.all([ask(LISTS), ask(LISTS)]);
    expect(both.map(({ status }) => status)).toEqual([202, 202]);
    expect(both[0].body.id).toBe(both[1].body.id);
    expect((await ask({ ...LISTS, format: 'csv' })).body.code).toBe('idempotencyKeyReused');
  });

  it.each([
    ['that ends before it begins', { ...LISTS, from: '2026-12-01' }],
    ['of more than three years', { ...LISTS, from: '2020-01-01' }],
    ['of a whistle that is not named', { ...LISTS, kind: 'caseFile' }],
    ['in a format there is not', { ...LISTS, format: 'pdf' }],
  ])('%s is refused with its field', async (_which, body) => {
    expect((await leader.post('/api/reports', body)).status).toBe(422);
  });

  it('of a whistle there is not is refused', async () => {
    const asked = { ...LISTS, kind: 'caseFile', whistleNumber: 'ZX-1999-000001' };
    expect((await leader.post('/api/reports', asked)).status).toBe(404);
  });

  it('goes when its time is over, with its file', async () => {
    const report = await madeReport(leader, LISTS);
    insight.setClock(NOW + 91 * 86_400_000);
    try {
      await insight.app.get(ReportSweep).run();
    } finally {
      insight.setClock(NOW);
    }
    expect((await leader.get(`/api/reports/${report.id}`)).status).toBe(404);
  });
});

describe('who reads which report', () => {
  it('a community head has lists of the own community made, and no overview', async () => {
    const head = insight.as([{ role: 'communityHead', communityIds: ['ZX01'] }], 'zx', 'zx-head');
    const { body } = await head.get<ReportKindList>('/api/report-kinds');
    expect(body.items.map(({ number }) => number)).toEqual([3, 4, 5, 6, 10, 11]);
    expect((await leader.get<ReportKindList>('/api/report-kinds')).body.items).toHaveLength(12);
    expect((await head.post('/api/reports', { ...LISTS, kind: 'bulletin' })).status).toBe(403);
    const own = await madeReport(head, LISTS);
    const sheet = (await openXlsx(await bytesOf(head, own))).get('问题清单')!;
    const wanted = saidIn('whistle.blown.v1').filter(({ communityId }) => communityId === 'ZX01');
    expect(sortedTexts(sheet.lines.map((line) => line['哨件']))).toEqual(
      sortedTexts(wanted.map(({ number }) => number)),
    );
    const other = saidIn('whistle.blown.v1').find(({ communityId }) => communityId !== 'ZX01')!.number;
    expect((await head.post('/api/reports', { ...LISTS, kind: 'caseFile', whistleNumber: other })).status).toBe(404);
  });

  it('others see it only once somebody else than its maker has released it', async () => {
    const report = await madeReport(deputy, { ...LISTS, kind: 'bulletin' });
    const member = insight.as([{ role: 'member', memberId: 'ZX-M01' }], 'zx', 'zx-m1');
    const look = () => member.get<Report>(`/api/reports/${report.id}`);
    expect((await look()).status).toBe(404);
    expect((await member.ask(`/api/reports/${report.id}/file`)).status).toBe(404);
    const own = await deputy.post<{ code: string }>(`/api/reports/${report.id}/release`, {});
    expect([own.status, own.body.code]).toEqual([403, 'separationOfDuties']);
    expect((await leader.post(`/api/reports/${report.id}/release`, {})).status).toBe(200);
    const shown = (await look()).body;
    expect(shown.releasedAt).toBeDefined();
    // Members read what was released; carrying it away is not among their rights.
    const text = (await member.get<ReportText>(`/api/reports/${report.id}/text`)).body;
    expect(text.tables.map(({ title }) => title)).toEqual(['单位', '社区', '约谈']);
    expect(shown.actions.map(({ allowed }) => allowed)).toEqual([false, false]);
    expect((await member.ask(`/api/reports/${report.id}/file`)).status).toBe(403);
    expect((await bytesOf(insight.as([{ role: 'districtCommittee' }]), report)).length).toBe(report.file!.bytes);
    expect((await member.get<ReportPage>('/api/reports')).body.items.map(({ id }) => id)).toEqual([report.id]);
  });

  it('a department has lists of its own matters made, and no case file, which the table keeps from it', async () => {
    const head = insight.as([{ role: 'head', departmentId: 'ZX-CGJ' }], 'zx', 'zx-cgj');
    const kinds = (await head.get<ReportKindList>('/api/report-kinds')).body.items;
    expect(kinds.map(({ number }) => number)).toEqual([3, 4, 5, 6, 10]);
    const { number } = saidIn('whistle.blown.v1')[0]!;
    expect((await head.post('/api/reports', { ...LISTS, kind: 'caseFile', whistleNumber: number })).status).toBe(403);
  });

  it('are found by kind and period', async () => {
    const period = { from: '2026-11-02', to: '2026-11-29' };
    const { id } = await madeReport(leader, { ...LISTS, ...period });
    const query = new URLSearchParams({ kind: 'threeLists', ...period });
    expect((await leader.get<ReportPage>(`/api/reports?${query}`)).body.items.map((one) => one.id)).toEqual([id]);
    expect((await leader.get('/api/reports?kind=none')).status).toBe(422);
  });

  it('nobody sees those of another subdistrict, or without a post that reads reports', async () => {
    const report = await madeReport(leader, LISTS);
    const path = `/api/reports/${report.id}`;
    expect((await insight.as([{ role: 'groupLeader' }], 'yy').get(path)).status).toBe(404);
    // Published reports are for everybody, so that whoever reads no other one learns no more than that it is none of them.
    expect((await insight.as([{ role: 'admin' }]).get(path)).status).toBe(404);
    expect((await insight.as([{ role: 'admin' }]).post('/api/reports', LISTS)).status).toBe(403);
    expect(
      (await insight.as([{ role: 'communityWorker', communityIds: ['ZX01'] }]).post('/api/reports', LISTS)).status,
    ).toBe(403);
    expect((await insight.anonymous.get(path)).status).toBe(401);
  });

  it('comes in pages, newest first', async () => {
    const newest: string[] = [];
    for (const minutes of [1, 2, 3]) {
      insight.setClock(NOW + minutes * 60_000);
      newest.unshift((await madeReport(leader, { ...LISTS, format: 'csv' })).id);
    }
    insight.setClock(NOW);
    const first = (await leader.get<ReportPage>('/api/reports?limit=2')).body;
    const second = (await leader.get<ReportPage>(`/api/reports?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ id }) => id).slice(0, 3)).toEqual(newest);
  });
});

describe('the API', () => {
  it('says of every operation what it does, answers and refuses', async () => {
    const document = (await insight.anonymous.get<ApiDocument>('/openapi.json')).body;
    expect(apiFaults(document)).toEqual([]);
  });
});

describe('the worker', () => {
  it('takes up what a process that died has left, and gives up after three attempts', async () => {
    const left = await madeReport(leader, LISTS);
    const die = (attempts: number) =>
      insight.rows(`UPDATE report SET state = 'running', claim = gen_random_uuid(), attempts = ${attempts},
        lease_until = now() - interval '1 second', file_key = NULL WHERE id = '${left.id}'`);
    const look = async () => (await leader.get<Report>(`/api/reports/${left.id}`)).body;
    await die(1);
    insight.app.get(ReportWorker).kick();
    expect(await eventually(look, ({ state }) => state === 'done')).toMatchObject({ rows: left.rows });
    await die(3);
    insight.app.get(ReportWorker).kick();
    const failed = await eventually(look, ({ state }) => state === 'failed');
    expect(failed).toMatchObject({ errorCode: 'gaveUp', message: { zh: expect.stringContaining('多次生成失败') } });
    expect((await leader.get(`/api/reports/${left.id}/file`)).status).toBe(409);
  }, 40_000);

  it('never gives one report to two, and lets nobody finish who has lost the claim', async () => {
    const queue = insight.app.get(ReportQueueRepository);
    const { systemPool } = insight.app.get(TenantDatabase);
    const make = insight.app.get(ReportMaker);
    const original = make.make.bind(make);
    let isMade: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (isMade = resolve));
    make.make = async (...args) => {
      await gate;
      return original(...args);
    };
    try {
      const { body } = await leader.post<Report>('/api/reports', LISTS);
      const running = async () => (await leader.get<Report>(`/api/reports/${body.id}`)).body;
      await eventually(running, ({ state }) => state === 'running');
      expect(await queue.claim(systemPool)).toBeUndefined();
      await insight.rows(`UPDATE report SET lease_until = now() - interval '1 second' WHERE id = '${body.id}'`);
      const [one, two] = await Promise.all([queue.claim(systemPool), queue.claim(systemPool)]);
      expect([one, two].filter(Boolean)).toHaveLength(1);
      isMade();
      make.make = original;
      // The first one has lost its claim: what it made is not taken.
      await eventually(running, ({ state }) => state === 'running');
      const claimed = (one ?? two)!;
      expect(await queue.renew(systemPool, claimed, 10)).toBe(true);
      await queue.fail(systemPool, claimed, 'timedOut', new Date(NOW));
      expect(await running()).toMatchObject({ state: 'failed', errorCode: 'timedOut' });
    } finally {
      make.make = original;
      isMade();
    }
  }, 40_000);

  it('refuses the sixth report of somebody while five wait', async () => {
    const eager = insight.as([{ role: 'groupLeader' }], 'zx', 'zx-eager');
    await insight.rows(`INSERT INTO report (id, subdistrict_id, kind, format, from_day, to_day, is_whole, community_ids,
        department_ids, requested_by, requested_at, state, attempts, lease_until, expires_at)
      SELECT gen_random_uuid(), 'zx', 'threeLists', 'csv', '2026-11-01', '2026-11-30', true, '{}', '{}', 'zx-eager',
        now(), 'running', 1, now() + interval '1 hour', now() + interval '1 day' FROM generate_series(1, 5)`);
    const { status, body } = await eager.post('/api/reports', LISTS);
    expect([status, body['code']]).toEqual([429, 'tooManyReports']);
  });
});
