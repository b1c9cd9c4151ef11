import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReport } from '@hsl/contracts/schemas/imports';
import { DepartmentsService, type Answer } from './departments-service.js';

const HEADER = '代码,名称,类别,在用';
/** AA, AB, … ZZZ: a code of letters for every number. */
const codeOf = (index: number): string =>
  `X${[676, 26, 1].map((unit) => String.fromCharCode(65 + (Math.floor(index / unit) % 26))).join('')}`;
const lines = (count: number) => Array.from({ length: count }, (_, index) => `${codeOf(index)},单位${index},机关,是`);
const csv = (rows: readonly string[]): string => [HEADER, ...rows].join('\n');

describe('departments from a table', () => {
  let service: DepartmentsService;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres']);
  }, 60_000);
  afterAll(() => service.stop());

  async function send(body: string, mode: string, role = 'admin', type = 'text/csv'): Promise<Answer> {
    const token = service.tokens.sign({ userId: 'zx-admin', subdistrictId: 'zx', posts: [{ role: role as 'admin' }] });
    const answer = await fetch(`${service.origin}/api/departments/import?mode=${mode}`, {
      ...{ method: 'POST', body },
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
    });
    return { status: answer.status, body: await answer.json(), headers: answer.headers };
  }
  const count = async () =>
    Number((await service.rows("SELECT count(*) AS n FROM department WHERE subdistrict_id = 'zx'"))[0]?.['n']);
  const report = ({ body: { serverNow: _now, ...told } }: Answer): ImportReport => told;

  it('with 3 bad rows among 500 name all three and write nothing, in the preview and when applied', async () => {
    const before = await count();
    const rows = lines(500);
    rows[9] = 'xx,单位,机关,是';
    rows[99] = `${codeOf(99)},,机关,是`;
    rows[499] = `${codeOf(0)},又一个,机关,是`;
    for (const mode of ['preview', 'apply']) {
      const answer = await send(csv(rows), mode);
      expect(answer.status).toBe(200);
      expect(report(answer)).toEqual({
        ...{ isApplied: false, rows: 500, added: 497, changed: 0, unchanged: 0, faultCount: 3 },
        faults: [
          { line: 11, column: '代码', code: 'invalid', value: 'xx' },
          { line: 101, column: '名称', code: 'required' },
          { line: 501, code: 'duplicate', value: codeOf(0) },
        ],
      });
      expect(await count()).toBe(before);
    }
    expect(await service.eventTypes(`ZX-${codeOf(1)}`)).toEqual([]);
  });

  it('are counted by a preview and written by the same table applied, once, each with its event', async () => {
    const body = csv([...lines(3), 'CGJ,城市管理局,机关,是', 'GDG,供电公司,企业,是']);
    const wanted = { rows: 5, added: 3, changed: 1, unchanged: 1, faultCount: 0, faults: [] };
    const before = await count();
    expect(report(await send(body, 'preview'))).toEqual({ isApplied: false, ...wanted });
    expect(await count()).toBe(before);
    expect(report(await send(body, 'apply'))).toEqual({ isApplied: true, ...wanted });
    expect(await count()).toBe(before + 3);
    expect(await service.eventTypes(`ZX-${codeOf(2)}`)).toEqual(['department.changed.v1']);
    expect(report(await send(body, 'apply'))).toMatchObject({ added: 0, changed: 0, unchanged: 5 });
    const { body: seen } = await service.staff('liaisonOfficer').get('/api/departments/CGJ');
    expect(seen.name).toBe('城市管理局');
  });

  it('are 5,000 rows in less than ten seconds', async () => {
    const began = performance.now();
    expect(report(await send(csv(lines(5_000)), 'apply'))).toMatchObject({ isApplied: true, rows: 5_000 });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('are taken from nobody else, in no other form, and nowhere else', async () => {
    expect((await send(csv(lines(1)), 'apply', 'liaisonOfficer')).body.code).toBe('roleNotAllowed');
    expect((await send('{}', 'apply', 'admin', 'application/json')).body.code).toBe('tableUnreadable');
    expect((await send('a,b\n1,2', 'apply')).body).toMatchObject({ status: 422, code: 'columnsMissing' });
    expect((await send(csv([]), 'later')).body.errors).toEqual([expect.objectContaining({ field: 'mode' })]);
    const elsewhere = await fetch(`${service.origin}/api/department-tasks`, {
      ...{ method: 'POST', body: 'a,b' },
      headers: { 'content-type': 'text/csv' },
    });
    expect(elsewhere.status).not.toBe(500);
  });
});
