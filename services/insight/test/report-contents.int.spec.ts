import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReportFormat, ReportKind } from '@hsl/contracts/report-kinds';
import type { CloudEvent } from '@hsl/contracts/event';
import type { FiguresAnswer } from '@hsl/contracts/schemas/figures';
import { FACT_EVENTS, type FactEventType } from '../src/facts/moment.js';
import { figureById } from '../src/figures/definitions.js';
import { valueOf } from '../src/figures/figure-value.js';
import { countedFacts, factsIn } from './counted-facts.js';
import { InsightService, type Reader } from './insight-service.js';
import { bytesOf, madeReport, openCsv, openDocx, openXlsx, sortedTexts, type OpenedSheet } from './opened-report.js';
import { CATEGORIES, COMMUNITIES, NOW, PERIOD, PERIOD_END, RANDOM, saidIn, STORY } from './report-story.js';

let insight: InsightService;
let leader: Reader;

const BRAND = '街道会商';

beforeAll(async () => {
  process.env['BRAND_NAME'] = BRAND;
  insight = await InsightService.start();
  insight.setClock(NOW);
  leader = insight.as([{ role: 'groupLeader' }]);
  await insight.tellAll(STORY);
}, 60_000);

afterAll(async () => {
  await insight?.stop();
});

async function made(kind: ReportKind, format: ReportFormat = 'xlsx', whistleNumber?: string): Promise<Buffer> {
  const report = await madeReport(leader, { kind, format, ...PERIOD, whistleNumber });
  if (report.file === undefined) throw new Error(JSON.stringify(report));
  return bytesOf(leader, report);
}

async function sheetsOf(kind: ReportKind): Promise<Map<string, OpenedSheet>> {
  return openXlsx(await made(kind));
}

const lines = (sheets: Map<string, OpenedSheet>, name: string): OpenedSheet['lines'] => {
  const sheet = sheets.get(name);
  if (!sheet) throw new Error(`no sheet ${name}, only ${[...sheets.keys()].join()}`);
  return sheet.lines;
};
const factEvents = STORY.filter(({ type }) => FACT_EVENTS.includes(type as FactEventType)) as CloudEvent[];

describe('reports, opened again', () => {
  it('[report 1] tells the headline figures of the site meeting for the period', async () => {
    const sheets = await sheetsOf('siteMeeting');
    const headlines = new Map(lines(sheets, '主要数据').map((line) => [line['指标'], line]));
    const value = (name: string) => headlines.get(name)!['数值'];
    const held = saidIn('session.thematicHeld.v1');
    expect([value('专题协商'), value('参与群众')]).toEqual([3, 41 + 55 + 60]);
    // Of four that ended resolved one did so after the period.
    expect(value('解决事项')).toBe(2);
    expect(lines(sheets, '解决的事项')).toHaveLength(2);
    // Five due, one withdrawn of them not; three replied in time. Four replied to, two after a meeting.
    expect(headlines.get('提案答复率')).toMatchObject({ 数值: 60, 单位: '%', 依据件数: 5 });
    expect(headlines.get('提案见面率')).toMatchObject({ 数值: 50, 依据件数: 4 });
    expect(headlines.get('提案满意率')).toMatchObject({ 数值: 50, 依据件数: 2 });
    // The very figures that the briefing has, in its order.
    const { from, to } = PERIOD;
    const { items } = (await leader.get<FiguresAnswer>(`/api/figures/briefing?from=${from}&to=${to}`)).body;
    expect([...headlines.values()].map((line) => line['数值'])).toEqual(
      items.map((one) => one.value && expect.closeTo(one.value, 1)),
    );
    expect([value('参与部门'), value('参与委员和专家')]).not.toContain(0);
    expect(lines(sheets, '专题协商会').map((line) => line['到会人数'])).toEqual(
      held.map(({ attendance }) => attendance),
    );
  });

  it('[report 2] ranks departments and communities by the figures of the period', async () => {
    const sheets = await sheetsOf('bulletin');
    const facts = factsIn(factEvents).filter(({ at }) => at < PERIOD_END);
    const check = (name: string, heading: string, keyOf: (fact: (typeof facts)[number]) => string, ids: string[]) => {
      const found = lines(sheets, name);
      for (const id of ids) {
        const counted = countedFacts(
          facts.filter((fact) => keyOf(fact) === id),
          NOW,
        );
        const line = found.find((one) => one[heading] === nameOf(id))!;
        const figure = (figureId: string) => valueOf(figureById(figureId)!, counted);
        const shown = [line['按时办结率'], line['响应率'], line['解决率'], line['满意率']] as (number | null)[];
        const wanted = ['I4', 'I1', 'I6', 'I7'].map((figureId) => figure(figureId).value);
        for (const [index, rate] of wanted.entries()) {
          if (rate === null) expect(shown[index]).toBeNull();
          else expect(shown[index]).toBeCloseTo(rate, 0);
        }
        expect(line['应反馈']).toBe(figure('I4').n);
        const score = figure('I8').value;
        if (score !== null) expect(line['综合得分']).toBeCloseTo(score, 1);
      }
      const ranked = found.filter((line) => line['名次'] !== null);
      expect(ranked.length).toBeGreaterThan(1);
      expect(ranked.map((line) => line['综合得分'])).toEqual(
        ranked.map((line) => Number(line['综合得分'])).toSorted((a, b) => b - a),
      );
      expect(ranked[0]!['名次']).toBe(1);
    };
    check('单位', '单位', ({ department }) => department, ['ZX-CGJ', 'ZX-ZJJ', 'ZX-XFD', 'ZX-GDG']);
    check('社区', '社区', ({ community }) => community, ['ZX01', 'ZX02', 'ZX03', 'ZX05', 'ZX06']);
  });

  it('[4.4 rung 5] the bulletin has a line for each interview of the period', async () => {
    expect(lines(await sheetsOf('bulletin'), '约谈')).toEqual([
      {
        ...{ 哨件: 'ZX-2026-9001', 社区: '社区5', 单位: '单位ZJJ', 环节: '反馈' },
        ...{ 原期限: '2026-11-24 09:00', 约谈: '2026-11-28' },
      },
    ]);
  });

  it('[report 3] lists problems, measures and responsibilities as the rows have them', async () => {
    const sheets = await sheetsOf('threeLists');
    const blown = saidIn('whistle.blown.v1').map(({ number }) => number);
    expect(sortedTexts(lines(sheets, '问题清单').map((line) => line['哨件']))).toEqual(sortedTexts(blown));
    const tasks = await insight.rows('SELECT task_id FROM task');
    expect(lines(sheets, '措施清单')).toHaveLength(tasks.length);
    const waiting = await insight.rows<{ late: boolean }>(
      `SELECT due_at < to_timestamp(${NOW / 1000}) AS late FROM waiting`,
    );
    const owed = lines(sheets, '责任清单');
    expect(owed).toHaveLength(waiting.length);
    expect(owed.filter((line) => line['是否逾期'] === '逾期')).toHaveLength(waiting.filter(({ late }) => late).length);
    expect(waiting.length).toBeGreaterThan(5);
  });

  it('[report 4] is the register of long-term matters with its timetable and its slips', async () => {
    const sheets = await sheetsOf('longTerm');
    expect(lines(sheets, '台账')).toEqual([
      expect.objectContaining({
        哨件: 'ZX-2026-9001',
        主办单位: '单位ZJJ',
        状态: '续办',
        申请天数: 60,
        节点: 2,
        已完成: 1,
      }),
    ]);
    expect(lines(sheets, '时间表').map((line) => [line['状态'], line['延误次数']])).toEqual([
      ['已完成', 0],
      ['已延误', 1],
    ]);
    expect(lines(sheets, '延误记录')).toEqual([
      expect.objectContaining({ 第几次: 1, 延误: '2026-11-29', 新期限: '2026-12-13' }),
    ]);
  });

  it('[report 5] registers what was carried over, of matters and of proposals, with the new date', async () => {
    const sheets = await sheetsOf('carryOver');
    expect(lines(sheets, '台账事项续办')).toEqual([
      expect.objectContaining({
        哨件: 'ZX-2026-9001',
        社区: '社区5',
        事项: '续办',
        时间: '2026-11-30',
        新期限: '2027-01-02',
      }),
    ]);
    expect(lines(sheets, '提案续办')).toEqual([
      expect.objectContaining({ 主办单位: '单位ZJJ', 承诺期限: '2027-01-22', 现在状态: '续办' }),
    ]);
  });

  it('[report 6] tells what was found when somebody looked again, and where nobody did', async () => {
    const sheets = await sheetsOf('lookBack');
    const reported = saidIn('lookBack.reported.v1');
    const found = lines(sheets, '回头看清单');
    expect(sortedTexts(found.map((line) => line['哨件']))).toEqual(sortedTexts(reported.map(({ number }) => number)));
    expect(sortedTexts(found.map((line) => line['结果']))).toEqual(sortedTexts(['反弹', '未反弹']));
    expect(lines(sheets, '按社区统计')).toEqual([
      { 社区: '社区5', 回头看: 1, 未反弹: 1, 反弹: 0, 无法核实: 0, 反弹率: 0 },
      { 社区: '社区6', 回头看: 1, 未反弹: 0, 反弹: 1, 无法核实: 0, 反弹率: 100 },
    ]);
    const due = saidIn('lookBack.due.v1').map(({ number }) => number);
    expect(sortedTexts(lines(sheets, '到期未看').map((line) => line['哨件']))).toEqual(sortedTexts(due));
    expect(due).toContain('ZX-2026-9005');
  });

  it('[report 7] is a table of 15 categories and 14 communities with sums, and proposes a theme', async () => {
    const sheets = await sheetsOf('heatTable');
    const table = lines(sheets, '分类 × 社区（件）');
    expect(table.map((line) => line['分类'])).toEqual([...CATEGORIES.toSorted().map(nameOf), '合计']);
    expect(Object.keys(table[0]!)).toEqual(['分类', ...COMMUNITIES.map(nameOf), '合计']);
    const merged = new Set(saidIn('whistle.merged.v1').map(({ number }) => number));
    const counted = saidIn('whistle.blown.v1').filter(({ number }) => !merged.has(number));
    for (const [category, community] of [
      ['C1', 'ZX01'],
      ['C4', 'ZX05'],
      ['C8', 'ZX09'],
      ['C9', 'ZX08'],
    ] as const) {
      const line = table.find((one) => one['分类'] === nameOf(category))!;
      const wanted = counted.filter((one) => one.categoryCode === category && one.communityId === community);
      expect([category, line[nameOf(community)]]).toEqual([category, wanted.length]);
    }
    expect(table.at(-1)!['合计']).toBe(counted.length);
    expect(lines(sheets, '月度主题建议')).toEqual([
      { 月份: '2026-11', 分类: '分类C8', 重复件: 3, 建议: '提为月度主题' },
      { 月份: '2026-11', 分类: '分类C2', 重复件: 1, 建议: null },
    ]);
    expect(lines(sheets, '已提主题')).toEqual([
      expect.objectContaining({ 分类: '分类C8', 提出时重复件: 3, 状态: '待批准' }),
    ]);
  });

  it('[report 8] ranks members by who comes when called, and keeps what each of them did', async () => {
    const sheets = await sheetsOf('memberArchive');
    const ranking = lines(sheets, '排名').map((line) => [
      line['名次'],
      line['委员'],
      line['应报到'],
      line['按时报到'],
      line['报到率'],
    ]);
    expect(ranking).toEqual([
      [1, 'ZX-M12', 1, 1, 100],
      [2, 'ZX-M11', 3, 2, 66.7],
      [3, 'ZX-M13', 2, 0, 0],
    ]);
    const acts = lines(sheets, '履职档案').map((line) => [line['委员'], line['事项']]);
    expect(acts).toEqual([
      ...Array.from({ length: 3 }, () => ['ZX-M11', '委员确认报到']),
      ...[
        ['ZX-M12', '委员确认报到'],
        ['ZX-M12', '履职登记'],
      ],
      ...[
        ['ZX-M13', '委员不能来'],
        ['ZX-M13', '委员到期未报到'],
      ],
    ]);
  });

  it('[report 9] tells what became of proposals by class of the reply', async () => {
    const sheets = await sheetsOf('proposals');
    expect(lines(sheets, '分类统计').map((line) => [line['类别'], line['件数'], line['占比']])).toEqual([
      ['A 已解决', 2, 40],
      ['B 正在解决或列入计划', 1, 20],
      ['C 暂不能解决', 1, 20],
      ['D 留作参考', 0, 0],
      ['未答复', 1, 20],
    ]);
    const zjj = lines(sheets, '按单位统计').find((line) => line['主办单位'] === '单位ZJJ');
    expect(zjj).toMatchObject({ 提案: 3, A: 0, B: 1, C: 1, D: 0, 未答复: 1, 收回评价表: 0 });
    expect(lines(sheets, '提案清单')).toHaveLength(5);
  });

  it('[report 10] lists what was merged and into what, and what came again', async () => {
    const sheets = await sheetsOf('repeats');
    expect(lines(sheets, '并件清单')).toEqual([
      expect.objectContaining({ 哨件: 'ZX-2026-9006', 并入: 'ZX-2026-9001' }),
    ]);
    const repeats = saidIn('whistle.repeatLinked.v1');
    expect(lines(sheets, '重复件清单').map((line) => line['哨件'])).toEqual(repeats.map(({ number }) => number));
    expect(lines(sheets, '按分类统计').map((line) => [line['分类'], line['并件'], line['重复件']])).toEqual([
      ['分类C8', 0, 3],
      ['分类C2', 0, 1],
      ['分类C9', 1, 0],
    ]);
  });

  it('[report 11] is the whole trail of one whistle, line by line', async () => {
    const [busiest] = RANDOM.toSorted((a, b) => b.length - a.length);
    const events = busiest!.filter(({ data }) => data.at <= NOW);
    const { number } = events[0]!.data;
    const { texts, xml } = openDocx(await made('caseFile', 'docx', number));
    const at = texts.indexOf('办理记录');
    // A note; time, what, step, department, member, state; then the lines of six cells.
    const cells = texts.slice(at + 2 + 6);
    expect(cells).toHaveLength(events.length * 6);
    expect(cells[1]).toBe('社区吹哨');
    expect(texts).toContain(`哨件卷宗 ${number}`);
    expect(xml).toContain('w:eastAsia="仿宋"');
    expect(xml).toContain('w:eastAsia="黑体"');
    expect(xml).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/);
  });

  it('[report 12] checks 1+2+N of every community and 6+N of every session', async () => {
    const sheets = await sheetsOf('coverage');
    const communities = lines(sheets, '1+2+N：社区');
    expect(communities).toHaveLength(14);
    expect(communities.slice(0, 3).map((line) => [line['派驻委员'], line['缺委员'], line['结论']])).toEqual([
      [2, 0, '达标'],
      [1, 1, '不达标'],
      [0, 0, '尚未核对'],
    ]);
    expect(lines(sheets, '6+N：协商会')).toEqual([
      expect.objectContaining({ 社区: '社区1', 固定席位: 2, 利益相关人: 1, 结论: '有缺席位' }),
    ]);
  });
});

describe('every report', () => {
  it('[S2] carries the name that the settings give the platform, the period, as of when, and the versions, in each format', async () => {
    const head = [BRAND, '并件与重复件'];
    const [csv, docx] = [await made('repeats', 'csv'), await made('repeats', 'docx')];
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = openCsv(csv);
    expect(rows.slice(0, 2).flat()).toEqual(head);
    const printed = new Map(rows.slice(2, 7).map(([name, value]) => [name, value]));
    expect(printed.get('统计时间段')).toBe('2026年11月（2026-11-01 至 2026-11-30）');
    expect(printed.get('规则版本')).toBe('3');
    expect(printed.get('报表口径版本')).toBe('1');
    expect(printed.get('数据截至')).toMatch(/^2026-1[12]-\d\d \d\d:\d\d$/);
    const { texts } = openDocx(docx);
    expect(texts.slice(0, 2)).toEqual(head);
    for (const [name, value] of printed) if (name !== '生成时间') expect(texts).toContain(`${name}：${value}`);
    const sheets = await sheetsOf('repeats');
    for (const { above } of sheets.values())
      expect(above).toEqual(expect.arrayContaining([`${BRAND}　并件与重复件`, '规则版本：3']));
  });
});

/** As the story names places. */
function nameOf(id: string): string {
  if (id.startsWith('ZX-')) return `单位${id.slice(3)}`;
  return id.startsWith('ZX') ? `社区${Number(id.slice(2))}` : `分类${id}`;
}
