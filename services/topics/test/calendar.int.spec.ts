import { randomUUID } from 'node:crypto';
import { proposalWorkflowId } from '@hsl/contracts/workflow-ids';
import { dateOf, dayOf, yearOf } from '@hsl/domain/calendar-day';
import { deadlineOrProvisional } from '@hsl/domain/deadline';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { eventOf } from '@hsl/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CalendarConsumer } from '../src/calendar/calendar.consumer.js';
import { TenantDatabase, type TopicsDatabase } from '../src/database.js';
import { TopicsService, type Caller } from './topics-service.js';

const WORDS = { title: '规范充电', text: '建议按楼栋布设充电棚。' };
/** The reply to a proposal assigned now is due in this year; until the second version comes it is not known. */
const BEFORE = { firstYear: 2004, lastYear: 2004, holidays: [], makeUpWorkdays: [] };
const NO_DAYS_OFF = { ...BEFORE, version: 1 };
const DUE = deadlineOrProvisional(Date.now(), DEFAULT_RULE_SET.proposals.reply, NO_DAYS_OFF).dueAt;

describe('a calendar that another service has loaded', () => {
  let topics: TopicsService;
  let author: Caller;
  let deputyLeader: Caller;
  let liaison: Caller;
  beforeAll(async () => {
    topics = await TopicsService.start(['postgres', 'kafka', 'temporal']);
    await topics.learnDepartments('ZX-CGJ');
    author = topics.as({ userId: 'zx-member-01', posts: [{ role: 'member', memberId: 'ZX-M01' }] });
    deputyLeader = topics.as({ userId: 'zx-deputy1', posts: [{ role: 'deputyLeader' }] });
    liaison = topics.as({ userId: 'zx-liaison1', posts: [{ role: 'liaisonOfficer' }] });
  }, 120_000);
  afterAll(() => topics?.stop(), 60_000);

  const load = (version: number, calendar: object, sequence = version) => {
    const data = { year: 2004, version, loadedBy: 'zx-admin', calendar: { ...BEFORE, ...calendar } };
    const event = eventOf('calendar.loaded.v1', data, { sequence });
    return topics.app.get(CalendarConsumer).onLoaded({ ...event, id: randomUUID(), subdistrictid: 'zx' });
  };
  const database = () => topics.app.get<TopicsDatabase>(TenantDatabase);
  async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
    for (const end = Date.now() + 30_000; ;) {
      const seen = await look();
      if (seen !== undefined) return seen;
      if (Date.now() > end) throw new Error('waited in vain');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const rolledOut = (version: number) =>
    until(async () => {
      const row = await database().system.knownCalendar.findUnique({ where: { subdistrictId: 'zx' } });
      return row?.version === version && row.rolledOutAt ? row : undefined;
    });
  const shown = async (id: string) => (await author.get(`/api/proposals/${id}`)).body.deadlines[0];
  const assigned = async (): Promise<string> => {
    const { id } = (await author.post('/api/proposals', WORDS)).body;
    await deputyLeader.post(`/api/proposals/${id}/filing`, { isFiled: true });
    await liaison.post(`/api/proposals/${id}/assignment`, {
      ...{ leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: [] },
    });
    return id;
  };

  it('is what proposals are submitted under, and reaches each open one, whose row says so', async () => {
    await load(1000, {});
    const [id, ended] = [await assigned(), await assigned()];
    await topics.app.get(TemporalClient, { strict: false }).workflow.getHandle(proposalWorkflowId(ended)).terminate();
    const guess = await shown(id);
    expect(guess).toMatchObject({ step: 'reply', provisional: true });

    const dueDay = dateOf(dayOf(Date.parse(guess.dueAt)));
    await load(1001, { lastYear: yearOf(dayOf(DUE)) + 1, holidays: [dueDay] });
    await rolledOut(1001);
    const found = await until(async () => ((await shown(id)).provisional ? undefined : shown(id)));
    expect(Date.parse(found.dueAt)).toBeGreaterThan(Date.parse(guess.dueAt));
    expect((await shown(ended)).provisional).toBe(true);
    expect(await shown(await assigned())).toMatchObject({ step: 'reply', provisional: false });
  }, 90_000);

  it('does not give way to an older one that comes late', async () => {
    await load(999, {}, 2000);
    expect((await rolledOut(1001)).lastYear).toBe(yearOf(dayOf(DUE)) + 1);
  });
});
