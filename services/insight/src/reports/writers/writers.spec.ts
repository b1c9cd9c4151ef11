import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import type { ReportContent } from '../report-content.js';
import { csvOf } from './csv.writer.js';
import { docxOf } from './docx.writer.js';
import { inert } from './inert.js';
import { xlsxOf } from './xlsx.writer.js';

const CONTENT: ReportContent = {
  ...{ brand: '有事好商量', title: '月度通报', head: [['统计时间段', '2021年2月']] },
  tables: [
    {
      title: '单位/社区',
      columns: [
        { heading: '单位', kind: 'text' },
        { heading: '响应率', kind: 'percent' },
        { heading: '应反馈', kind: 'number' },
      ],
      rows: [
        ['=HYPERLINK("http://x","y")', 66.7, -3],
        ['城管局 <&> "局"', null, 0],
      ],
    },
    { title: '空表', columns: [{ heading: '甲', kind: 'text' }], rows: [], note: '没有' },
  ],
};

describe('texts that a spreadsheet would run', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1+1', '＋1', '－1', '＠x'])('%j is defused', (text) => {
    expect(inert(text)).toBe(`'${text}`);
  });

  it.each(['城管局', '1=1', 'a@b', '', '2021-02-03'])('%j stays as it is', (text) => {
    expect(inert(text)).toBe(text);
  });
});

describe('a report as a file', () => {
  it('is CSV with a byte order mark, quoted, numbers as numbers', async () => {
    const text = (await csvOf(CONTENT)).toString('utf8');
    expect(text.startsWith('\uFEFF有事好商量\r\n月度通报\r\n')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")",66.7,-3\r\n`);
    expect(text).toContain('"城管局 <&> ""局""",,0\r\n');
  });

  it('is XLSX with a sheet for each table, without a formula', async () => {
    const bytes = await xlsxOf(CONTENT);
    const sheets = await readXlsxFile(bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['单位 社区', '空表']);
    const rows = sheets[0]!.data;
    expect(rows.at(-2)).toEqual([`'=HYPERLINK("http://x","y")`, 66.7, -3]);
    expect(rows.at(-1)).toEqual(['城管局 <&> "局"', null, 0]);
    const files = unzipSync(bytes);
    const xml = Object.keys(files)
      .filter((name) => name.endsWith('.xml'))
      .map((name) => strFromU8(files[name]!))
      .join('');
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml).toContain('宋体');
  });

  it('is DOCX on A4 in the faces of official documents, each table in its own section', async () => {
    const xml = strFromU8(unzipSync(await docxOf(CONTENT))['word/document.xml']!);
    expect(xml.match(/<w:sectPr/g)).toHaveLength(2);
    expect(xml.match(/w:w="11906"[^>]*w:h="16838"/g)).toHaveLength(2);
    for (const face of ['黑体', '宋体']) expect(xml).toContain(`w:eastAsia="${face}"`);
    expect(xml).toContain('城管局 &lt;&amp;&gt; &quot;局&quot;');
    expect(xml).toContain('66.7%');
  });
});
