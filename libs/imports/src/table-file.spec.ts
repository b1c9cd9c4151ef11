import { describe, expect, it } from '@jest/globals';
import writeXlsxFile from 'write-excel-file/node';
import { zipSync } from 'fflate';
import { MOST_ROWS, readTable } from './table-file.js';

const HEADER = '代码,名称';
/** 代码,名称 / A1,城管局 as Excel in China saves a CSV file. */
const GB18030 = Buffer.from([
  ...[0xb4, 0xfa, 0xc2, 0xeb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a],
  ...[0x41, 0x31, 0x2c, 0xb3, 0xc7, 0xb9, 0xdc, 0xbe, 0xd6],
]);
const TABLE = { header: ['代码', '名称'], rows: [{ line: 2, cells: ['A1', '城管局'] }] };

describe('a table file', () => {
  it.each([
    ['UTF-8', Buffer.from(`${HEADER}\nA1,城管局\n`)],
    ['UTF-8 with a mark, quotes and spaces', Buffer.from(`\uFEFF${HEADER}\r\n"A1 ", 城管局`)],
    ['GB 18030', GB18030],
  ])('is read as CSV in %s', async (_what, file) => {
    expect(await readTable(file)).toEqual(TABLE);
  });

  it('is read as XLSX: numbers, truth values and days become text, empty lines keep their count', async () => {
    const rows = [
      [{ value: '代码' }, { value: '数' }, { value: '日' }, { value: '在用' }],
      [],
      [
        ...[{ value: 'A1' }, { value: 12.5, type: Number }],
        { value: new Date(Date.UTC(2026, 2, 1)), type: Date, format: 'yyyy-mm-dd' },
        { value: true, type: Boolean },
      ],
    ];
    const file = await writeXlsxFile(rows as never).toBuffer();
    expect(await readTable(file)).toEqual({
      header: ['代码', '数', '日', '在用'],
      rows: [{ line: 3, cells: ['A1', '12.5', '2026-03-01', '是'] }],
    });
  });

  it.each([
    ['nothing', Buffer.from('')],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
    ['an archive that is no workbook', Buffer.from(zipSync({ 'a.txt': new Uint8Array([1, 2, 3]) }))],
    ['a torn archive', Buffer.from('PK\u0003\u0004 and no more')],
    ['a quote that never ends', Buffer.from(`${HEADER}\n"A1,城管局`)],
  ])('is refused when it is %s', async (_what, file) => {
    await expect(readTable(file)).rejects.toMatchObject({ code: 'tableUnreadable' });
  });

  it('is refused with too many rows, and as an archive that would unfold too far', async () => {
    const long = Buffer.from(`${HEADER}\n${'A,B\n'.repeat(MOST_ROWS + 1)}`);
    await expect(readTable(long)).rejects.toMatchObject({ code: 'tableTooLong' });
    const bomb = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(50 * 1_048_576) }));
    expect(bomb.length).toBeLessThan(1_048_576);
    await expect(readTable(bomb)).rejects.toMatchObject({ code: 'tableTooLong' });
  });
});
