import { fromIso } from '@hsl/contracts/instants';
import { whistleWorkflowId } from '@hsl/contracts/workflow-ids';
import { dateOf, dayOf, yearOf } from '@hsl/domain/calendar-day';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { Clock } from '@hsl/platform/clock';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CalendarWarnings } from '../src/calendar/calendar-warnings.js';
import { TermsService } from '../src/rules/terms.service.js';
import { openHarness, postOf, worker, type Caller, type Harness } from './harness.js';

const BODY = { kind: 'hardProblem', categoryCode: 'C1', communityId: 'ZX01', place: '东门', facts: '电动车占道' };
const THIS_YEAR = yearOf(dayOf(Date.now()));
const NEXT = THIS_YEAR + 1;
/** Lies in the next year whenever it starts. */
const MORE_THAN_A_YEAR = { kind: 'workingDays', amount: 270 };

interface Deadline {
  provisional: boolean;
  dueAt: string;
}

describe('the official calendar', () => {
  let harness: Harness;
  let people: Record<'wang' | 'liaison' | 'admin' | 'member', Caller>;
  beforeAll(async () => {
    harness = await openHarness();
    people = {
      wang: harness.as('zx-worker-01', worker()),
      liaison: harness.as('zx-liaison1', postOf('liaisonOfficer')),
      admin: harness.as('zx-admin', postOf('admin')),
      member: harness.as('zx-m01', postOf('member', { memberId: 'ZX-M01' })),
    };
    await loadDirectly(50, THIS_YEAR);
    const slow = structuredClone(DEFAULT_RULE_SET);
    Object.assign(slow.grades.G3, { accept: MORE_THAN_A_YEAR });
    await harness.pool.query(
      `INSERT INTO rule_set (subdistrict_id, version, effective_from, content, approved_by)
       VALUES ('zx', 2, now() - interval '1 hour', $1, 'spec')`,
      [JSON.stringify(slow)],
    );
    harness.app.get(TermsService).forget('zx');
  }, 120_000);
  afterAll(() => harness.close(), 60_000);

  /** A version of the calendar that ends with that year, as if it had been loaded without being rolled out. */
  const loadDirectly = async (version: number, lastYear: number, holidays: string[] = []) => {
    await harness.pool.query(
      `INSERT INTO work_calendar (subdistrict_id, version, first_year, last_year, holidays, make_up_workdays)
       SELECT subdistrict_id, $1, first_year, $2, holidays || $3::text[], make_up_workdays
       FROM work_calendar WHERE subdistrict_id = 'zx' ORDER BY version DESC LIMIT 1`,
      [version, lastYear, holidays],
    );
    harness.app.get(TermsService).forget('zx');
  };
  const blow = async () => {
    const { status, body } = await people.wang.post('/api/whistles', BODY);
    expect(status).toBe(201);
    return body.id as string;
  };
  const clockOf = async (id: string): Promise<Deadline> =>
    (await people.liaison.get(`/api/whistles/${id}`)).body.deadlines[0];
  const kindsOf = async (id: string) =>
    (await people.liaison.get(`/api/whistles/${id}/timeline`)).body.items.map(({ kind }: { kind: string }) => kind);
  const until = async (isSo: () => Promise<boolean>) => {
    for (const end = Date.now() + 40_000; !(await isSo());) {
      if (Date.now() > end) throw new Error('waited in vain');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const running = async (id: string) => {
    const { workflow } = harness.app.get(TemporalClient);
    await until(async () => {
      const { rows } = await harness.pool.query('SELECT workflow_started_at AS at FROM whistle WHERE id = $1', [id]);
      return rows[0].at !== null;
    });
    return workflow.getHandle(whistleWorkflowId(id));
  };
  const notRollingOut = () => until(async () => !(await people.admin.get('/api/calendar')).body.isRollingOut);
  const outbox = async (type: string) => {
    const sql = `SELECT envelope FROM outbox_event WHERE envelope ->> 'type' = $1 AND subject = 'zx' ORDER BY position`;
    return (await harness.pool.query(sql, [type])).rows.map(({ envelope }) => envelope);
  };

  it('is read by the year, and says which years are known', async () => {
    const { body } = await people.liaison.get('/api/calendar?year=2021');
    expect(body).toMatchObject({ year: 2021, isKnown: true, lastYear: THIS_YEAR, version: 50, isRollingOut: false });
    expect(body.makeUpWorkdays).toContain('2021-10-09');
    const next = await people.liaison.get(`/api/calendar?year=${NEXT}`);
    expect(next.body).toMatchObject({ isKnown: false, holidays: [], makeUpWorkdays: [] });
    expect((await people.member.get('/api/calendar')).status).toBe(403);
  });

  it('is loaded by administrators only, a whole year at a time and without gaps', async () => {
    const year = { year: NEXT, holidays: [`${NEXT}-01-01`], makeUpWorkdays: [] };
    expect((await people.liaison.post('/api/calendar', year)).body.code).toBe('roleNotAllowed');
    const gap = await people.admin.post('/api/calendar', { ...year, year: NEXT + 1, holidays: [`${NEXT + 1}-01-01`] });
    expect([gap.status, gap.body.code]).toEqual([422, 'calendarGap']);
    const wrong: [object, string][] = [
      [{ holidays: [] }, 'holidays'],
      [{ holidays: [`${THIS_YEAR}-12-31`] }, 'holidays.0'],
      [{ holidays: [`${NEXT}-02-30`] }, 'holidays.0'],
      [{ holidays: [`${NEXT}-01-01`, `${NEXT}-01-01`] }, 'holidays.1'],
      [{ makeUpWorkdays: ['2027-01-04'], year: 2027, holidays: ['2027-01-01'] }, 'makeUpWorkdays.0'],
      [{ makeUpWorkdays: ['2027-01-02'], year: 2027, holidays: ['2027-01-02'] }, 'makeUpWorkdays.0'],
    ];
    for (const [differs, field] of wrong) {
      const { status, body } = await people.admin.post('/api/calendar', { ...year, ...differs });
      expect([status, body.errors[0].field]).toEqual([422, field]);
    }
    expect(await outbox('calendar.loaded.v1')).toEqual([]);
  });

  it('that ends this year leaves later deadlines provisional, until the next one is loaded and they are found again', async () => {
    const [id, ended] = [await blow(), await blow()];
    const guess = await clockOf(id);
    expect(guess.provisional).toBe(true);
    const provisional = async () => (await people.admin.get('/api/calendar')).body.provisionalDeadlines;
    expect(await provisional()).toBe(2);
    expect(yearOf(dayOf(fromIso(guess.dueAt)))).toBeGreaterThan(THIS_YEAR);
    await running(id);
    await (await running(ended)).terminate('ended without telling anybody');

    const dueDay = dateOf(dayOf(fromIso(guess.dueAt)));
    const year = { year: NEXT, holidays: [dueDay], makeUpWorkdays: [] };
    const loaded = await people.admin.post('/api/calendar', year);
    expect([loaded.status, loaded.body.version, loaded.body.lastYear]).toEqual([201, 51, NEXT]);
    expect(loaded.body).toMatchObject({ ...year, isKnown: true, isRollingOut: true, loadedBy: 'zx-admin' });
    const data = { year: NEXT, version: 51, loadedBy: 'zx-admin' };
    expect(await outbox('calendar.loaded.v1')).toMatchObject([{ subject: 'zx', data }]);
    expect((await people.admin.post('/api/calendar', year)).body.code).toBe('unchanged');

    await until(async () => !(await clockOf(id)).provisional);
    expect(fromIso((await clockOf(id)).dueAt)).toBeGreaterThan(fromIso(guess.dueAt));
    expect(await kindsOf(id)).toEqual(['blown', 'calendarLoaded']);
    await notRollingOut();
    expect((await clockOf(ended)).provisional).toBe(true);
    expect(await provisional()).toBe(1);
    const { rows } = await harness.pool.query('SELECT position, told FROM calendar_rollout');
    expect(rows).toEqual([{ position: [id, ended].toSorted()[1], told: 1 }]);
    expect((await clockOf(await blow())).provisional).toBe(false);
  }, 60_000);

  it('is brought to the matters that are left when a roll-out was cut off', async () => {
    const [first, second] = [await blow(), await blow()].toSorted() as [string, string];
    await Promise.all([running(first), running(second)]);
    await loadDirectly(60, NEXT, [`${NEXT}-05-01`]);
    await harness.pool.query(
      `INSERT INTO calendar_rollout (subdistrict_id, calendar_version, started_at, position)
       VALUES ('zx', 60, now() - interval '1 hour', $1)`,
      [first],
    );
    await notRollingOut();
    await until(async () => (await kindsOf(second)).includes('calendarLoaded'));
    expect(await kindsOf(first)).toEqual(['blown']);
  }, 60_000);

  it('asks the administrators once a day for a year that is missing, from 1 December on', async () => {
    const now = jest.spyOn(harness.app.get(Clock), 'now');
    const warnings = harness.app.get(CalendarWarnings);
    const roundAt = async (text: string) => {
      now.mockReturnValue(fromIso(`${NEXT}-${text}+08:00`));
      return warnings.run();
    };
    try {
      await harness.pool.query(`DELETE FROM work_calendar WHERE subdistrict_id <> 'zx'`);
      expect(await roundAt('11-30T23:00:00')).toBe(0);
      expect((await people.admin.get('/api/calendar')).body.warnings).toEqual([]);
      expect([await roundAt('12-01T00:30:00'), await roundAt('12-01T01:30:00')]).toEqual([1, 0]);
      expect((await people.admin.get('/api/calendar')).body.warnings).toMatchObject([
        { code: 'yearMissing', year: NEXT + 1 },
      ]);
      expect(await roundAt('12-02T00:30:00')).toBe(1);
    } finally {
      now.mockRestore();
    }
    const events = await outbox('calendar.yearMissed.v1');
    expect(events.map(({ data }) => data)).toEqual([
      { year: NEXT + 1, day: `${NEXT}-12-01` },
      { year: NEXT + 1, day: `${NEXT}-12-02` },
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  });
});
