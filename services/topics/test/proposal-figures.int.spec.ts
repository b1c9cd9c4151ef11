import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProposalDesk } from './proposal-desk.js';
import { TopicsService } from './topics-service.js';

let topics: TopicsService;
let desk: ProposalDesk;

beforeAll(async () => {
  topics = await TopicsService.start(['postgres', 'kafka', 'temporal']);
  desk = await ProposalDesk.open(topics);
}, 120_000);
afterAll(async () => {
  await topics?.stop();
});

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const tomorrow = (): string => new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10);
const figures = async (by = desk.liaison, period = `from=${today()}&to=${tomorrow()}`) =>
  (await by.get(`/api/proposals/figures?${period}`)).body;

describe('how proposals are answered', () => {
  it('[S72] [S73] [S74] are shares with the numbers they rest on, of the proposals submitted in the period', async () => {
    expect(await figures()).toMatchObject({ submitted: 0, due: 0, replyRate: null, satisfactionRate: null });
    const [straight, unrated, waiting] = [await desk.met(), await desk.met(), await desk.assigned()];
    const reply = { replyClass: 'A', text: '已办结。' };
    await desk.take(desk.lead, straight, 'reply', reply);
    await desk.take(desk.author, straight, 'rating', { rating: 'basic', text: '可以。' });
    await desk.take(desk.lead, unrated, 'reply', reply);
    expect(await figures()).toMatchObject({
      ...{ submitted: 3, due: 2, repliedOnTime: 2, replyRate: 1, replied: 2, metBefore: 2, meetingRate: 1 },
      ...{ formsReturned: 1, content: 1, satisfactionRate: 1, formsSent: 1, returnRate: 1 },
    });
    // The clock's part, as its recorder writes it: a reply that is not there at its deadline, and one that came after.
    for (const [id, ago] of [
      [waiting, '0 seconds'],
      [unrated, '1 hour'],
    ] as const) {
      await topics.rows(
        `INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, at, details)
         VALUES ('zx', $1, 90, $2, 'redCard', now() - $3::interval, '{"step":"reply"}')`,
        ...[id, `late ${id}`, ago],
      );
    }
    await topics.rows(`UPDATE proposal SET rating = 'dissatisfied' WHERE id = $1`, unrated);
    const late = await figures();
    expect(late).toMatchObject({ due: 3, repliedOnTime: 1, formsReturned: 2, content: 1, satisfactionRate: 0.5 });
    expect(late.replyRate).toBeCloseTo(1 / 3);
  });

  it('are counted within a period and a scope', async () => {
    const all = await figures();
    expect((await figures(desk.lead)).submitted).toBe(all.submitted);
    expect((await figures(desk.otherUnit)).submitted).toBe(0);
    expect((await figures(desk.stranger)).submitted).toBe(0);
    expect((await figures(desk.liaison, 'from=2021-01-01&to=2021-12-31')).submitted).toBe(0);
    expect((await figures(desk.author)).code).toBe('roleNotAllowed');
    expect((await figures(desk.liaison, 'from=2021-02-01&to=2021-01-01')).errors).toMatchObject([{ field: 'to' }]);
  });
});
