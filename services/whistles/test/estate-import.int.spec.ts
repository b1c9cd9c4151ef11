import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';
import { openHarness, postOf, type Caller, type Harness } from './harness.js';

const HEADER = ['编号', '社区编号', '小区名称', '户数', '管理方式', '老年人占比', '楼栋数', '物业单位'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('estates from a workbook', () => {
  let harness: Harness;
  let admin: Caller;
  beforeAll(async () => {
    harness = await openHarness(['postgres']);
    admin = harness.as('zx-admin', postOf('admin'));
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  async function send(mode: string, ...rows: (string | number)[][]) {
    const cells = [HEADER, ...rows].map((row) =>
      row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })),
    );
    const file = await writeXlsxFile(cells as never).toBuffer();
    return admin.post(`/api/estates/import?mode=${mode}`, file, { 'content-type': XLSX });
  }
  const estates = async () =>
    (await harness.as('zx-liaison1', postOf('liaisonOfficer')).get('/api/estates')).body.items as { id: string }[];

  it('[S84] keep households, buildings, share of the elderly and who manages them; what is left out stays', async () => {
    const { body } = await send(
      'apply',
      ['02', '04', '鸿元西区', 170, '无', 31, 8, ''],
      ['12', '01', '聂寨新村', 260, '自管', '', '', '业主委员会'],
    );
    expect(body).toMatchObject({ isApplied: true, rows: 2, added: 1, changed: 1, faultCount: 0 });
    await send('apply', ['02', '04', '鸿元西区', 170, '专业物业', '', '', '鸿元物业']);
    const all = await estates();
    expect(all.find(({ id }) => id === 'ZX-E02')).toMatchObject({
      ...{ households: 170, elderlyPercent: 31, buildings: 8, managementType: 'commissioned', manager: '鸿元物业' },
    });
    expect(all.find(({ id }) => id === 'ZX-E12')).toMatchObject({ communityId: 'ZX01', managementType: 'selfManaged' });
  });

  it('name a community that does not exist, and write none of the rows', async () => {
    const before = await estates();
    const { body } = await send(
      'apply',
      ['13', '01', '甲', 1, '无'],
      ['14', '99', '乙', 2, '无'],
      ['15', '02', '丙', '约', '无'],
    );
    expect(body).toMatchObject({ isApplied: false, added: 1, faultCount: 2 });
    expect(body.faults).toEqual([
      { line: 3, column: '社区编号', code: 'unknown', value: '99' },
      { line: 4, column: '户数', code: 'invalid', value: '约' },
    ]);
    expect(await estates()).toEqual(before);
  });
});
