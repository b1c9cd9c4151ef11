import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  FigureAnswer,
  FigureCasePage,
  FiguresAnswer,
  LightsAnswer,
  OneFigureAnswer,
} from '@hsl/contracts/schemas/figures';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { eventOf } from '@hsl/testing/facts';
import fc from 'fast-check';
import type { FactEvent, FactEventType } from '../src/facts/moment.js';
import { FACT_EVENTS } from '../src/facts/moment.js';
import { FIGURES } from '../src/figures/definitions.js';
import { valueOf } from '../src/figures/figure-value.js';
import { BRIEFING } from '../src/figures/headline-rows.js';
import type { MatterEvent } from '../src/projection/whistle-events.js';
import { countedFacts, factsIn } from './counted-facts.js';
import { InsightService, type Reader } from './insight-service.js';
import { diceOf, RandomMatter, shuffled, START } from './random-matters.js';
import { randomRatings, randomTalks } from './random-talks.js';

const DAY_MS = 86_400_000;
const NOW = START + 8 * DAY_MS;
const dateAfter = (days: number): string => dateOf(dayOf(START) + days);
const isFactEvent = (event: MatterEvent): event is MatterEvent & FactEvent =>
  FACT_EVENTS.includes(event.type as FactEventType);

const dice = diceOf(51_126);
const histories = Array.from({ length: 80 }, (_, index) => new RandomMatter(dice, `ZX-2026-${index}`, 9).events);
/** Of one of them nothing is ever told. */
const COMMUNITIES = 6;
const talks = randomTalks(dice);
const told = histories.flat().filter(isFactEvent);
const events = [...told, ...randomRatings(told, dice), ...talks];
/** Out of order, every fifth event twice. */
const arriving = shuffled([...events, ...events.filter((_, index) => index % 5 === 0)], dice);

let insight: InsightService;
let leader: Reader;

async function tellAll(): Promise<void> {
  const queue = [...arriving];
  const consume = async (): Promise<void> => {
    for (let event = queue.shift(); event; event = queue.shift()) await insight.tellFacts(event);
  };
  await Promise.all(Array.from({ length: 4 }, consume));
}

async function asked<B>(path: string, reader = leader): Promise<B> {
  const { status, body } = await reader.get<B>(path);
  if (status !== 200) throw new Error(`${status} for ${path}: ${JSON.stringify(body)}`);
  return body;
}

async function allCases(path: string): Promise<FigureCasePage['items']> {
  const items: FigureCasePage['items'] = [];
  for (let cursor = ''; ;) {
    const page = await asked<FigureCasePage>(`${path}&limit=100${cursor}`);
    items.push(...page.items);
    if (page.nextCursor === undefined) return items;
    cursor = `&cursor=${page.nextCursor}`;
  }
}

beforeAll(async () => {
  insight = await InsightService.start();
  insight.setClock(NOW);
  leader = insight.as([{ role: 'groupLeader' }]);
  const places = Array.from(
    { length: COMMUNITIES },
    (_, index) => `('zx', 'community', 'ZX0${index + 1}', 'c', true, 1)`,
  );
  await insight.rows(
    `INSERT INTO place (subdistrict_id, kind, id, name, active, sequence) VALUES ${places.join(', ')}`,
  );
  await tellAll();
}, 60_000);

afterAll(async () => {
  await insight?.stop();
});

/** Everything, however far in the future it would be due. */
const WHOLE = `from=${dateAfter(-30)}&to=${dateAfter(60)}`;

describe('figures of random matters, told in any order and four at a time', () => {
  it('are what the same facts say counted one by one', async () => {
    const { items } = await asked<FiguresAnswer>(`/api/figures?${WHOLE}`);
    const truth = countedFacts(factsIn(events), NOW, { communities: COMMUNITIES });
    expect(items).toHaveLength(FIGURES.length);
    for (const figure of FIGURES) {
      const { value, n } = items.find(({ id }) => id === figure.id)!;
      const wanted = valueOf(figure, truth);
      expect([figure.id, n]).toEqual([figure.id, wanted.n]);
      if (wanted.value === null) expect([figure.id, value]).toEqual([figure.id, null]);
      else expect(value).toBeCloseTo(wanted.value, 1);
    }
    for (const id of ['I1', 'I2', 'I4', 'I5', 'I6', 'I7', 'I8', 'I20'])
      expect(items.find((item) => item.id === id)!.n).toBeGreaterThan(5);
  });

  it.each([
    [
      'I2',
      `SELECT count(*) FILTER (WHERE (data->>'onTime')::boolean)::int AS n FROM moment
      WHERE type = 'task.acknowledged.v1' AND (data->>'acknowledgeDueAt')::bigint <= ${NOW}`,
    ],
    [
      'I5',
      `SELECT count(DISTINCT case_id)::int AS n FROM moment WHERE type = 'whistle.concluded.v1' AND case_id IN
      (SELECT case_id FROM moment WHERE type = 'whistle.accepted.v1' AND (data->>'at')::bigint <= ${NOW})`,
    ],
    [
      'I6',
      `SELECT sum(CASE data->>'solved' WHEN 'yes' THEN 1 WHEN 'partly' THEN 0.5 ELSE 0 END)::float8 AS n
      FROM moment WHERE type = 'revisit.done.v1' AND (data->>'at')::bigint <= ${NOW}`,
    ],
    [
      'I7',
      `SELECT sum(CASE data->>'satisfaction' WHEN 'satisfied' THEN 1 WHEN 'basic' THEN 0.9 ELSE 0 END)::float8 AS n
      FROM moment WHERE type = 'revisit.done.v1' AND (data->>'at')::bigint <= ${NOW}`,
    ],
    ['I18.valid', `SELECT count(*)::int AS n FROM moment WHERE type = 'whistle.accepted.v1'`],
  ])('%s has the numerator of plain SQL over what the events said', async (id, sql) => {
    const [row] = await insight.rows<{ n: number }>(sql);
    const { numerator } = await asked<FigureAnswer>(`/api/figures/${id}?${WHOLE}`);
    expect(numerator).toBeCloseTo(row!.n, 2);
  });

  it('in any period and cut are what plain SQL over the facts says, and open exactly these cases', async () => {
    const shares = FIGURES.filter(({ basis }) => basis.is === 'share');
    const cuts = [
      '',
      'department=ZX-CGJ',
      'community=ZX01',
      'grade=G2',
      'member=ZX-M01',
      'category=C1',
      'community=ZX02&grade=G3',
    ];
    const columns = {
      department: 'department_id',
      community: 'community_id',
      grade: 'grade',
      member: 'member_id',
      category: 'category_code',
    };
    const whereOf = (cut: string): string =>
      [...new URLSearchParams(cut)]
        .map(([key, id]) => `AND ${columns[key as keyof typeof columns]} = '${id}'`)
        .join(' ');
    const inputs = [
      fc.constantFrom(...shares),
      fc.constantFrom(...cuts),
      fc.integer({ min: -2, max: 9 }),
      fc.nat(5),
    ] as const;
    await fc.assert(
      fc.asyncProperty(...inputs, async (figure, cut, first, length) => {
        const [from, to] = [dateAfter(first), dateAfter(first + length)];
        const figures = await asked<FiguresAnswer>(`/api/figures?from=${from}&to=${to}&${cut}`);
        const found = figures.items.find(({ id }) => id === figure.id)!;
        const [plain] = await insight.rows<{ n: number; score: number; out: number }>(`
          SELECT count(*) FILTER (WHERE left_out IS NULL)::int AS n, count(*) FILTER (WHERE left_out IS NOT NULL)::int AS out,
            coalesce(sum(score) FILTER (WHERE left_out IS NULL), 0)::float8 AS score
          FROM fact WHERE kind = '${figure.basis.is === 'share' ? figure.basis.of : ''}' ${whereOf(cut)}
            AND (at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN '${from}' AND '${to}' AND at <= to_timestamp(${NOW / 1000})`);
        expect(found).toMatchObject({ n: plain!.n, denominator: plain!.n, smallSample: plain!.n < 5 });
        expect(found.numerator).toBeCloseTo(plain!.score, 2);
        const { numerator, denominator, excluded } = found.cases!;
        const [top, below, out] = [
          await allCases(numerator.query),
          await allCases(denominator.query),
          await allCases(excluded),
        ];
        expect([top.length, below.length, out.length]).toEqual([numerator.n, found.n, plain!.out]);
        expect(top.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(plain!.score, 2);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('[I19] of sessions in any period are what plain SQL over the events says', async () => {
    const within = (from: string, to: string, at = `(data->>'at')::bigint`) =>
      `(to_timestamp(${at} / 1000.0) AT TIME ZONE 'Asia/Shanghai')::date BETWEEN '${from}' AND '${to}' AND ${at} <= ${NOW}`;
    const held = `FROM moment, jsonb_array_elements_text`;
    const inputs = [fc.integer({ min: -1, max: 9 }), fc.nat(9)] as const;
    await fc.assert(
      fc.asyncProperty(...inputs, async (first, length) => {
        const [from, to] = [dateAfter(first), dateAfter(first + length)];
        const { items } = await asked<FiguresAnswer>(`/api/figures?from=${from}&to=${to}`);
        const [plain] = await insight.rows<Record<string, number>>(`SELECT
          (SELECT count(DISTINCT d)::int ${held}(data->'departmentIds') d
            WHERE type = 'session.thematicHeld.v1' AND ${within(from, to)}) AS departments,
          (SELECT count(DISTINCT c)::int ${held}(data->'communityIds') c
            WHERE type = 'session.thematicHeld.v1' AND ${within(from, to)}) AS coverage,
          (SELECT count(*)::int FROM moment m WHERE type = 'session.thematicHeld.v1' AND (data->>'isLast')::boolean
            AND ${within(from, to)} AND EXISTS (SELECT FROM moment l WHERE l.type = 'session.linked.v1'
              AND l.data->>'sessionId' = m.data->>'sessionId')) AS conversion,
          (SELECT count(*)::int FROM moment WHERE type = 'register.changed.v1' AND data->>'state' = 'ADOPTED'
            AND ${within(from, to)}) AS adoption,
          (SELECT ${COMMUNITIES} - count(*)::int FROM (SELECT DISTINCT ON (data->>'communityId') type FROM moment
            WHERE type LIKE 'coverage.%' AND ${within('2000-01-01', to)}
            ORDER BY data->>'communityId', (data->>'at')::bigint DESC) t WHERE type = 'coverage.breached.v1') AS compliance`);
        const numerators = Object.keys(plain!).map((name) => [
          name,
          items.find(({ id }) => id === `I19.${name}`)!.numerator,
        ]);
        expect(Object.fromEntries(numerators)).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('[I21] score with the weights of the rules in force at the end of the period', async () => {
    const value = async (days: number) => {
      const { items } = await asked<FiguresAnswer>(`/api/figures?from=${dateAfter(-30)}&to=${dateAfter(days)}`);
      const [score, ...parts] = ['I21', 'I8', 'I4', 'I21.rating', 'I20'].map((id) =>
        items.find((one) => one.id === id)!,
      );
      expect(score!.parts).toEqual(parts.map(({ id }) => id));
      return [score!.value, ...parts.map((part) => part.value)] as number[];
    };
    const publish = (ruleSetVersion: number, effectiveFrom: number, departmentScore?: object): Promise<void> =>
      insight.tellRules(eventOf('ruleSet.published.v1', { ruleSetVersion, effectiveFrom, departmentScore } as never));
    await publish(1, 0);
    await publish(2, START + 4 * DAY_MS, { overall: 0, onTime: 0, communityRating: 30, cards: 70 });
    const [old, i8, i4, rating, cards] = await value(3);
    expect(old).toBeCloseTo(0.5 * i8! + 0.2 * i4! + 0.2 * 20 * rating! + 0.1 * (100 - Math.min(100, cards!)), 1);
    const [later, , , ratingThen, cardsThen] = await value(4);
    expect(later).toBeCloseTo(0.3 * 20 * ratingThen! + 0.7 * (100 - Math.min(100, cardsThen!)), 1);
  });

  it('[S7] make the briefing of a site meeting for any period, each as the figures and plain SQL have it', async () => {
    const inputs = [fc.integer({ min: -1, max: 9 }), fc.nat(9)] as const;
    await fc.assert(
      fc.asyncProperty(...inputs, async (first, length) => {
        const period = `from=${dateAfter(first)}&to=${dateAfter(first + length)}`;
        const briefing = await asked<FiguresAnswer>(`/api/figures/briefing?${period}`);
        const { items } = await asked<FiguresAnswer>(`/api/figures?${period}`);
        expect(briefing.items.map(({ id }) => id)).toEqual(BRIEFING);
        for (const line of briefing.items) expect(line).toEqual(items.find(({ id }) => id === line.id));
        const within = `(to_timestamp((data->>'at')::bigint / 1000.0) AT TIME ZONE 'Asia/Shanghai')::date
          BETWEEN '${dateAfter(first)}' AND '${dateAfter(first + length)}' AND (data->>'at')::bigint <= ${NOW}`;
        const [plain] = await insight.rows<{ departments: number; thematic: number }>(`SELECT
          (SELECT count(DISTINCT d)::int FROM (
            SELECT data->>'departmentId' AS d FROM moment WHERE type = 'task.feedbackSubmitted.v1' AND ${within}
            UNION SELECT jsonb_array_elements_text(data->'departmentIds') FROM moment
              WHERE type = 'session.thematicHeld.v1' AND ${within}) took) AS departments,
          (SELECT count(*)::int FROM moment WHERE type = 'session.thematicHeld.v1' AND ${within}) AS thematic`);
        const value = (id: string) => briefing.items.find((line) => line.id === id)!.value;
        expect({ departments: value('S69'), thematic: value('I19.thematic') }).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('[I25] come as a series by day, beside the day and the year before', async () => {
    const path = `/api/figures/I18.valid?from=${dateAfter(-1)}&to=${dateAfter(1)}&step=day`;
    const { series } = await asked<OneFigureAnswer>(path);
    expect(series.map(({ from, n }) => [from, n])).toEqual([
      [dateAfter(-1), 0],
      [dateAfter(0), 80],
      [dateAfter(1), 0],
    ]);
    const today = await asked<OneFigureAnswer>(`/api/figures/I18.valid?from=${dateAfter(1)}&to=${dateAfter(1)}`);
    expect(today.previous.value).toBe(series[1]!.value);
    expect(today).toMatchObject({ value: null, n: 0, previous: { difference: null }, yearBefore: { value: null } });
  });

  it('are told apart by department, with the formula in words', async () => {
    const { apart, formula, n } = await asked<OneFigureAnswer>(`/api/figures/I4?${WHOLE}&by=department`);
    expect(apart.reduce((sum, part) => sum + part.n, 0)).toBe(n);
    expect(apart.map(({ key }) => key)).toContain('ZX-CGJ');
    expect(formula.numerator.zh).toContain('时限');
  });

  it('are the same again when everything is told from the beginning', async () => {
    const tables = ['moment', 'fact', 'fact_day', 'inbox_event'];
    const sums = () => insight.rows(`SELECT * FROM fact_day WHERE n <> 0 ORDER BY dimension, key, kind, day`);
    const facts = () => insight.rows(`SELECT * FROM fact ORDER BY case_id, kind, item`);
    const before = [await sums(), await facts()];
    for (const table of tables) await insight.rows(`DELETE FROM ${table}`);
    await tellAll();
    expect([await sums(), await facts()]).toEqual(before);
  }, 60_000);
});

describe('who reads which figures', () => {
  it('a department its own, a community its own, a worker none', async () => {
    const department = insight.as([{ role: 'head', departmentId: 'ZX-CGJ' }]);
    const own = await asked<FiguresAnswer>(`/api/figures?${WHOLE}`, department);
    const wanted = await asked<FiguresAnswer>(`/api/figures?${WHOLE}&department=ZX-CGJ`);
    expect(own.items.map(({ n }) => n)).toEqual(wanted.items.map(({ n }) => n));
    expect((await department.get(`/api/figures?${WHOLE}&department=ZX-ZJJ`)).status).toBe(403);
    expect((await insight.as([{ role: 'resident' }]).get(`/api/figures?${WHOLE}`)).status).toBe(403);
    expect((await insight.anonymous.get(`/api/figures?${WHOLE}`)).status).toBe(401);
    const { items } = await asked<LightsAnswer>(`/api/figures/lights?${WHOLE}`, department);
    expect(items.map(({ id }) => id)).toEqual(['ZX-CGJ']);
  });

  it('refuses what there is not, and a period that ends before it begins', async () => {
    expect((await leader.get(`/api/figures/I99?${WHOLE}`)).status).toBe(404);
    expect((await leader.get(`/api/figures/I8/cases?${WHOLE}`)).status).toBe(404);
    expect((await leader.get('/api/figures?from=2026-02-01&to=2026-01-01')).status).toBe(422);
  });

  it('[I24] tells lights of departments and communities, with the reason', async () => {
    const { items } = await asked<LightsAnswer>(`/api/figures/lights?${WHOLE}`);
    const figures = await asked<OneFigureAnswer>(`/api/figures/I4?${WHOLE}&by=community`);
    const light = items.find(({ kind, id }) => kind === 'community' && id === 'ZX01')!;
    expect(light.onTime).toBe(figures.apart.find(({ key }) => key === 'ZX01')!.value);
    expect(light).toMatchObject({ light: 'red', reason: { zh: expect.stringContaining('低于 90%') } });
  });
});
