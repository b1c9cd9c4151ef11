import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { capacityOf, type Post } from '@hsl/contracts/roles';
import type { TaskState } from '@hsl/contracts/states';
import type { Board, Figure } from '@hsl/contracts/schemas/insight';
import type { ProjectionFindingPage } from '@hsl/contracts/schemas/projection-findings';
import { eventOf, rungFired, taskFact, whistleSnapshot } from '@hsl/testing/facts';
import type { DerivedMatter } from '../src/projection/derive.js';
import { BoardTruth } from './board-truth.js';
import { eventually, InsightService, type Reader } from './insight-service.js';
import { diceOf, RandomMatter, shuffled, START } from './random-matters.js';

const HOUR_MS = 3_600_000;
/** Two days after the first event: some steps are late by then. */
// Within an hour: what fell due in it before stands in no counter of an hour that has passed.
const NOW = START + 48.6 * HOUR_MS;
const DEPARTMENTS = ['ZX-CGJ', 'ZX-ZJJ', 'ZX-XFD', 'ZX-GDG'];
const PROJECTIONS = ['matter', 'task', 'rung', 'waiting', 'involvement', 'member_involvement', 'tally'];

const dice = diceOf(20_261_123);
const histories = Array.from(
  { length: 120 },
  (_, index) => new RandomMatter(dice, `ZX-2026-${String(index + 1).padStart(6, '0')}`).events,
);
const truth = new BoardTruth(histories, NOW);
/** Out of order, every fifth event twice. */
const arriving = shuffled([...histories.flat(), ...histories.flat().filter((_, index) => index % 5 === 0)], dice);

let insight: InsightService;
let leader: Reader;

/** Four consumers at once, as partitions of three topics would be. */
async function tellAll(): Promise<void> {
  const queue = [...arriving];
  const consume = async (): Promise<void> => {
    for (let event = queue.shift(); event; event = queue.shift()) await insight.tell(event);
  };
  await Promise.all(Array.from({ length: 4 }, consume));
}

/** Every figure anywhere on the board. */
function figuresIn(value: unknown): Figure[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('n' in value && 'query' in value) return [value as Figure, ...Object.values(value).flatMap(figuresIn)];
  return Object.values(value).flatMap(figuresIn);
}

beforeAll(async () => {
  insight = await InsightService.start();
  insight.setClock(NOW);
  leader = insight.as([{ role: 'groupLeader' }]);
  await tellAll();
}, 60_000);

afterAll(async () => {
  await insight?.stop();
});

describe('the board of a whole subdistrict [S105] [S119]', () => {
  let board: Board;
  beforeAll(async () => {
    board = await leader.board();
  });

  it('says what a count of every matter says, events shuffled, repeated and handled four at a time', () => {
    expect(board.open.n).toBe(truth.open.length);
    expect(board.overdue.n).toBe(truth.overdue.length);
    expect(board.overdue.n).toBeGreaterThan(0);
    expect(board.lookBacksDue.n).toBe(truth.all.filter(({ state }) => state === 'LOOKING_BACK').length);
    expect(board.unowned.n).toBe(0);
    for (const { state, n } of board.byState) {
      expect([state, n]).toEqual([state, truth.all.filter((matter) => matter.state === state).length]);
    }
  });

  it('by department: open tasks, late ones, cards', () => {
    expect(board.byDepartment.map(({ departmentId }) => departmentId)).toEqual(DEPARTMENTS.toSorted());
    for (const { departmentId, open, overdue, yellow, red } of board.byDepartment) {
      expect(open.n).toBe(truth.waitingFor(departmentId).length);
      expect(overdue.n).toBe(truth.overdueAt(departmentId).length);
      expect(yellow).toMatchObject(truth.cards('yellowCard', departmentId));
      expect(red).toMatchObject(truth.cards('redCard', departmentId));
    }
  });

  it('by community, and the cards of all', () => {
    for (const { communityId, open, overdue } of board.byCommunity) {
      const part = truth.within((matter) => matter.communityId === communityId);
      expect([open.n, overdue.n]).toEqual([part.open.length, part.overdue.length]);
    }
    expect(board.byCommunity).toHaveLength(3);
    expect(board.cards.yellow.total).toMatchObject(truth.cards('yellowCard'));
    expect(board.cards.red.total).toMatchObject(truth.cards('redCard'));
  });

  it('agrees with plain SQL over what the events said', async () => {
    const open = `snapshot->>'state' NOT IN ('CONCLUDED','LOOKING_BACK','ARCHIVED','MERGED','NOT_ACCEPTED','WITHDRAWN')`;
    const states = await insight.rows<{ state: string; n: number }>(
      `SELECT snapshot->>'state' AS state, count(*)::int AS n FROM matter WHERE ${open} GROUP BY 1`,
    );
    const shown = board.byState.filter(({ n }) => n > 0).map(({ state, n }) => ({ state, n }));
    expect(shown.toSorted((a, b) => (a.state < b.state ? -1 : 1))).toEqual(
      states.toSorted((a, b) => (a.state < b.state ? -1 : 1)),
    );
    const [cards] = await insight.rows(`SELECT count(*)::int AS cards, count(DISTINCT whistle_id)::int AS n
      FROM rung WHERE kind = 'yellowCard'`);
    expect(board.cards.yellow.total).toMatchObject(cards!);
  });

  it('shows the eight that have waited longest', () => {
    const longest = truth.open.map(({ waitingSince }) => waitingSince!).toSorted((a, b) => a - b);
    expect(board.stuck.map(({ since }) => Date.parse(since!))).toEqual(longest.slice(0, 8));
    expect(board.stuck[0]).toMatchObject({ open: true, waitingFor: [expect.anything()], number: expect.any(String) });
  });

  it('says when it was and how far it knows', () => {
    const times = histories.flat().map(({ time }) => time);
    expect(board.serverNow).toBe(new Date(NOW).toISOString());
    expect(board.asOf).toBe(times.toSorted().at(-1));
  });
});

const READERS: [who: string, posts: Post[]][] = [
  ['a leader', [{ role: 'groupLeader' }]],
  ['a worker', [{ role: 'communityWorker', communityIds: ['ZX02'] }]],
  ['a head of department', [{ role: 'head', departmentId: 'ZX-CGJ' }]],
  [
    'somebody with two posts',
    [
      { role: 'communityHead', communityIds: ['ZX01'] },
      { role: 'handler', departmentId: 'ZX-XFD' },
    ],
  ],
];

describe('every figure', () => {
  it.each(READERS)('is a door to exactly the cases it counts, for %s', async (_who, posts) => {
    const reader = insight.as(posts);
    const figures = figuresIn(await reader.board());
    expect(figures.length).toBeGreaterThan(20);
    for (const { n, query } of figures) expect([query, (await reader.list(query)).length]).toEqual([query, n]);
  });
});

describe('the board of a part', () => {
  it('of a community worker counts the own community', async () => {
    const board = await insight.as([{ role: 'communityWorker', communityIds: ['ZX02'] }]).board();
    const part = truth.within(({ communityId }) => communityId === 'ZX02');
    expect(board.covers).toEqual({ wholeSubdistrict: false, communityIds: ['ZX02'], departmentIds: [] });
    expect([board.open.n, board.overdue.n]).toEqual([part.open.length, part.overdue.length]);
    expect(board.cards.yellow.total).toMatchObject(part.cards('yellowCard'));
    expect(board.byCommunity.map(({ communityId }) => communityId)).toEqual(['ZX02']);
    expect(board.stuck.every(({ communityId }) => communityId === 'ZX02')).toBe(true);
  });

  it('of a department counts the matters with a task of its own', async () => {
    const board = await insight.as([{ role: 'head', departmentId: 'ZX-CGJ' }]).board();
    const part = truth.within(({ departmentIds }) => departmentIds.includes('ZX-CGJ'));
    expect(board.open.n).toBe(part.open.length);
    expect(board.byDepartment.map(({ departmentId }) => departmentId)).toEqual(['ZX-CGJ']);
    expect(board.byDepartment[0]?.open.n).toBe(truth.waitingFor('ZX-CGJ').length);
  });

  it('of two posts counts a matter that both show once', async () => {
    const posts: Post[] = [
      { role: 'communityHead', communityIds: ['ZX01'] },
      { role: 'head', departmentId: 'ZX-CGJ' },
    ];
    const part = truth.within(
      ({ communityId, departmentIds }) => communityId === 'ZX01' || departmentIds.includes('ZX-CGJ'),
    );
    expect((await insight.as(posts).board()).open.n).toBe(part.open.length);
  });

  it('of the district is empty: nothing is released yet', async () => {
    const board = await insight.as([{ role: 'districtCommittee' }]).board();
    expect(figuresIn(board).every(({ n }) => n === 0)).toBe(true);
  });

  it('of another subdistrict is empty, and row-level security alone returns no row', async () => {
    const board = await insight.as([{ role: 'groupLeader' }], 'ys').board();
    expect(figuresIn(board).every(({ n }) => n === 0)).toBe(true);
    for (const table of PROJECTIONS) expect(await insight.rows(`SELECT 1 FROM ${table}`, 'ys')).toEqual([]);
  });
});

describe('the live list', () => {
  it('has least time left first, and its pages neither overlap nor leave anything out', async () => {
    const items = await leader.list('open=true', 7);
    expect(items).toHaveLength(truth.open.length);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const due = items.map(({ dueAt }) => dueAt ?? '9999');
    expect(due).toEqual(due.toSorted());
    expect(items.every((item) => item.overdue === (item.dueAt !== undefined && Date.parse(item.dueAt) < NOW))).toBe(
      true,
    );
  });

  it('of a foreign community is empty, as that of an unknown one', async () => {
    const worker = insight.as([{ role: 'communityWorker', communityIds: ['ZX02'] }]);
    expect(await worker.list('community=ZX01')).toEqual([]);
    expect(await worker.list('community=ZX99')).toEqual([]);
  });

  it('moves with the clock, not with a mark', async () => {
    insight.setClock(NOW - 1_000 * HOUR_MS);
    expect(await leader.list('overdue=true')).toEqual([]);
    expect((await leader.board()).overdue.n).toBe(0);
    insight.setClock(NOW);
    expect(await leader.list('open=true&overdue=true')).toHaveLength(truth.overdue.length);
  });

  it.each([
    ['state=ASLEEP', 'state'],
    ['colour=red', 'colour'],
    ['card=yellow&cardOn=2026-02-30', 'cardOn'],
    ['cardOn=2026-11-23', 'card'],
    ['limit=101', 'limit'],
    ['cursor=nonsense', 'cursor'],
  ])('refuses %s, naming the field', async (query, field) => {
    const { status, body } = await leader.get(`/api/live-list?${query}`);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'validationFailed', errors: [{ field }] });
  });
});

const OFFICE: Post = { role: 'liaisonOfficer' };
const DEPARTMENT: Post = { role: 'handler', departmentId: 'ZX-CGJ' };
const MEMBER: Post = { role: 'member', memberId: 'ZX-M02', communityIds: ['ZX01'] };
const COMMUNITY: Post = { role: 'communityWorker', communityIds: ['ZX02'] };

describe('what somebody takes part in', () => {
  const CAPACITIES: [who: string, post: Post, isIn: (matter: DerivedMatter) => boolean][] = [
    ['an office: all of it', OFFICE, () => true],
    ['a department: what it has a task of', DEPARTMENT, ({ departmentIds }) => departmentIds.includes('ZX-CGJ')],
    ['a member: what she checked in on', MEMBER, ({ memberIds }) => memberIds.includes('ZX-M02')],
    ['a community: its own', COMMUNITY, ({ communityId }) => communityId === 'ZX02'],
  ];
  const numbersOf = (items: readonly { number: string }[]): string[] => items.map(({ number }) => number).toSorted();

  it.each(CAPACITIES)('as %s; what waits for others, what has ended', async (_who, post, isIn) => {
    // By the other posts this person sees all: what one takes part in by this post is no more for that.
    const reader = insight.as([post, { role: 'groupLeader' }]);
    const as = `involving=${capacityOf(post)}`;
    const part = truth.within(isIn);
    const others = part.open.filter(({ waitingFor }) => waitingFor.every(({ id }) => id !== capacityOf(post)));
    const waiting = await reader.list(`open=true&${as}&notWaitingFor=${capacityOf(post)}`, 5);
    expect(numbersOf(waiting)).toEqual(numbersOf(others));
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.length).toBeLessThan(part.open.length);
    const ended = await reader.list(`order=ended&${as}`, 3);
    expect(numbersOf(ended)).toEqual(numbersOf(part.all.filter(({ isOpen }) => !isOpen)));
    expect(ended.length).toBeGreaterThan(0);
  });

  it('ends newest first, with the outcome and when it was', async () => {
    const ended = await leader.list('order=ended', 3);
    const known = truth.all.flatMap(({ number, endedAt, outcome }) => (endedAt ? [{ number, endedAt, outcome }] : []));
    expect(ended.map(({ number, endedAt, outcome }) => ({ number, endedAt: Date.parse(endedAt!), outcome }))).toEqual(
      known.toSorted((a, b) => b.endedAt - a.endedAt || (a.number < b.number ? 1 : -1)),
    );
    expect(new Set(ended.map(({ outcome }) => outcome))).toEqual(new Set(['partlyResolved']));
    expect((await leader.list('open=true')).every(({ endedAt }) => endedAt === undefined)).toBe(true);
  });

  it('is nothing by a capacity of somebody else, whatever one may see', async () => {
    for (const capacity of ['ZX-CGJ', 'ZX-M02', 'liaisonOfficer']) {
      expect(await leader.list(`involving=${capacity}`)).toEqual([]);
    }
  });

  it('has a cursor for each order', async () => {
    const { body } = await leader.get('/api/live-list?order=ended&limit=1');
    const { status } = await leader.get(`/api/live-list?cursor=${String(body['nextCursor'])}`);
    expect(status).toBe(422);
  });
});

describe('who may not', () => {
  it.each(['/api/board', '/api/live-list'])(
    '%s: nobody without a token, no keeper of accounts, no resident',
    async (path) => {
      expect((await insight.anonymous.get(path)).status).toBe(401);
      for (const role of ['admin', 'auditor', 'resident'] as const) {
        expect(await insight.as([{ role }]).get(path)).toMatchObject({ status: 403, body: { code: 'roleNotAllowed' } });
      }
    },
  );
});

describe('the projections', () => {
  const dump = async (): Promise<string[][]> => {
    const tables = PROJECTIONS.map((table) =>
      insight.rows<{ row: string }>(
        `SELECT t::text AS row FROM ${table} t ${table === 'tally' ? 'WHERE n <> 0' : ''} ORDER BY 1`,
      ),
    );
    return (await Promise.all(tables)).map((rows) => rows.map(({ row }) => row));
  };

  it('are the same again when everything is replayed from the beginning', async () => {
    const before = await dump();
    for (const table of [...PROJECTIONS, 'inbox_event', 'projection_position'])
      await insight.rows(`DELETE FROM ${table}`);
    await tellAll();
    expect(await dump()).toEqual(before);
  }, 60_000);

  it('take in what Kafka brings, a task before its whistle, with the names of places', async () => {
    const whistle = {
      whistleId: '5b6c1d0e-0a4f-4b1a-8a55-1d2f5c9f0e77',
      number: 'ZX-2026-900001',
      communityId: 'ZX09',
    };
    const envelope = { subject: whistle.whistleId };
    const place = { communityId: 'ZX09', name: '文苑', households: 1200 };
    const department = { departmentId: 'ZX-GSG', code: 'gsg', name: '供水公司', active: true };
    const waitingFor = [{ step: 'feedback', kind: 'department', id: 'ZX-GSG' }] as const;
    await insight.publish(
      'hsl.departments',
      eventOf('task.dispatched.v1', taskFact({ ...whistle, departmentId: 'ZX-GSG' })),
    );
    const card = { ...whistle, departmentId: 'ZX-GSG', taskId: taskFact().taskId, rung: 2, at: NOW };
    await insight.publish('hsl.departments', eventOf('card.yellow.v1', rungFired(card), { sequence: 2 }));
    await insight.publish('hsl.departments', eventOf('department.changed.v1', department));
    await insight.publish('hsl.whistles', eventOf('community.changed.v1', place));
    const snapshot = whistleSnapshot({ ...whistle, state: 'COORDINATING', version: 4, waitingFor: [...waitingFor] });
    await insight.publish('hsl.whistles', eventOf('whistle.dispatched.v1', snapshot, envelope));
    const own = { ...rungFired({ ...whistle, step: 'dispatch', rung: 3, at: NOW }), departmentId: undefined };
    await insight.publish('hsl.whistles', eventOf('card.red.v1', own, { ...envelope, sequence: 5 }));

    const isThere = ({ byCommunity, byDepartment, officeCards }: Board): boolean =>
      officeCards.some(({ number }) => number === whistle.number) &&
      byCommunity.some(({ name, open }) => name === '文苑' && open.n === 1) &&
      byDepartment.some(({ name, yellow }) => name === '供水公司' && yellow.n === 1);
    const board = await eventually(() => leader.board(), isThere);
    expect(board.cards.yellow.today.n).toBeGreaterThan(0);
    // That of the department is the department's to tell.
    const issuedAt = new Date(NOW).toISOString();
    expect(board.officeCards.filter(({ number }) => number === whistle.number)).toEqual([
      { number: whistle.number, step: 'dispatch', kind: 'red', issuedAt },
    ]);
    const [item] = await leader.list('community=ZX09');
    expect(item).toMatchObject({
      ...{ number: whistle.number, communityName: '文苑', cards: { yellow: 1, red: 1 } },
      waitingFor: [{ step: 'acknowledge', id: 'ZX-GSG', name: '供水公司' }],
    });
  });

  it('catch up with the census where an event was missed, say what was wrong, and heed no older one', async () => {
    const known = { whistleId: '7a0c4c52-95b1-4c0e-8a51-5d4a6f0b9a01', number: 'ZX-2026-900003', communityId: 'ZX08' };
    const unknown = { ...known, whistleId: '7a0c4c52-95b1-4c0e-8a51-5d4a6f0b9a02', number: 'ZX-2026-900004' };
    const climbed = { ...known, whistleId: '7a0c4c52-95b1-4c0e-8a51-5d4a6f0b9a03', number: 'ZX-2026-900005' };
    const waitingFor = [{ step: 'feedback', kind: 'department', id: 'ZX-GSG' } as const];
    const waiting = (one: typeof known, version: number) =>
      whistleSnapshot({ ...one, version, state: 'COORDINATING', waitingFor });
    for (const one of [known, climbed])
      await insight.tell(eventOf('whistle.dispatched.v1', waiting(one, 2), { subject: one.whistleId }));
    const counted = [
      { ...whistleSnapshot({ ...known, version: 9, state: 'CONCLUDED' }), concludedAt: NOW },
      waiting(unknown, 3),
      // A rung raised the version; nothing that anybody reads has changed.
      waiting(climbed, 3),
    ];
    const census = eventOf('whistle.census.v1', { matters: counted }, { subject: 'census/zx' });
    await insight.publish('hsl.whistles', census);
    await insight.publish('hsl.whistles', census);
    const auditor = insight.as([{ role: 'auditor' }]);
    const findings = async () =>
      (await auditor.get<ProjectionFindingPage>('/api/projection-findings')).body.items.map(
        ({ whistleId, held, told }) => ({ whistleId, held, told }),
      );
    const all = await eventually(findings, ({ length }) => length >= 2);
    expect(all).toHaveLength(2);
    expect(all).toContainEqual({
      whistleId: known.whistleId,
      held: { state: 'COORDINATING', version: 2 },
      told: { state: 'CONCLUDED', version: 9 },
    });
    expect(all).toContainEqual({ whistleId: unknown.whistleId, told: { state: 'COORDINATING', version: 3 } });
    await insight.tell(eventOf('whistle.dispatched.v1', waiting(known, 5), { subject: known.whistleId }));
    const listed = Object.fromEntries(
      (await leader.list('community=ZX08')).map(({ number, state }) => [number, state]),
    );
    expect(listed).toEqual({
      [known.number]: 'CONCLUDED',
      [unknown.number]: 'COORDINATING',
      [climbed.number]: 'COORDINATING',
    });
    expect((await leader.get('/api/projection-findings')).status).toBe(403);
    expect((await auditor.get('/api/projection-findings?limit=1')).body.nextCursor).toEqual(expect.any(String));
  });

  it('catch up with the census of tasks: a lost end is found, said and repaired, and an older event not heeded', async () => {
    const whistleId = '7a0c4c52-95b1-4c0e-8a51-5d4a6f0b9b01';
    const task = (last: string, version: number, state: TaskState = 'DISPATCHED') =>
      taskFact({ whistleId, taskId: `3d0a7a52-96f0-4c38-8f0b-7a4b6f2f9b0${last}`, version, state });
    for (const last of ['1', '3']) {
      await insight.tell(eventOf('task.dispatched.v1', task(last, 1), { subject: task(last, 1).taskId }));
    }
    // Of the first, all events after the dispatch were lost, of the second all; of the third a rung raised the version.
    const tasks = [task('1', 4, 'FEEDBACK_SUBMITTED'), task('2', 2, 'ACKNOWLEDGED'), task('3', 2)];
    const census = eventOf('task.census.v1', { tasks }, { subject: 'census/zx' });
    await insight.publish('hsl.departments', census);
    await insight.publish('hsl.departments', census);
    const auditor = insight.as([{ role: 'auditor' }]);
    const findings = async () =>
      (await auditor.get<ProjectionFindingPage>('/api/projection-findings')).body.items
        .filter(({ taskId }) => taskId !== undefined)
        .map(({ taskId, held, told }) => ({ taskId, held, told }));
    const all = await eventually(findings, ({ length }) => length >= 2);
    expect(all).toHaveLength(2);
    const [lost, unknown] = tasks;
    const told = { state: 'FEEDBACK_SUBMITTED', version: 4 };
    expect(all).toContainEqual({ taskId: lost!.taskId, held: { state: 'DISPATCHED', version: 1 }, told });
    expect(all).toContainEqual({ taskId: unknown!.taskId, told: { state: 'ACKNOWLEDGED', version: 2 } });
    const late = { ...task('1', 2, 'ACKNOWLEDGED'), onTime: true, tacit: false };
    await insight.tell(eventOf('task.acknowledged.v1', late, { subject: late.taskId }));
    expect(
      await insight.rows(`SELECT state, version FROM task WHERE whistle_id = '${whistleId}' ORDER BY task_id`),
    ).toEqual(tasks.map(({ state, version }) => ({ state, version })));
  });

  it('show an open matter nobody is waited for: it must not be', async () => {
    const orphan = {
      whistleId: '11b3de0f-2d7f-4c0e-9f3b-4a7d9c1e2f33',
      number: 'ZX-2026-900002',
      state: 'ASSIGNING',
    } as const;
    await insight.tell(eventOf('whistle.accepted.v1', { ...whistleSnapshot(orphan), auto: false }));
    const { unowned } = await leader.board();
    expect(unowned.n).toBe(1);
    expect(await leader.list(unowned.query)).toMatchObject([{ number: orphan.number }]);
  });
});
