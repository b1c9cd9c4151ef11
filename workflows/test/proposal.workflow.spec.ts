import { deadlineOrProvisional } from '@hsl/domain/deadline';
import type { Calendar } from '@hsl/domain/limit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarLoadedSignal } from '../src/flow/calendar.messages.js';
import { requestProposalReturnUpdate } from '../src/proposal/proposal.messages.js';
import { PROPOSAL_TERMS, submit, toAssigned, toMet } from './proposal-road.js';
import { until } from './road.js';
import { openStage, type Stage } from './stage.js';

const DAY_MS = 86_400_000;
const { limits, calendar } = PROPOSAL_TERMS;
const dueAfter = (at: number, limit: (typeof limits)[keyof typeof limits]) =>
  deadlineOrProvisional(at, limit, calendar).dueAt;
const refusal = (type: string, state: string) => ({ cause: { type, details: [{ state }] } });

describe('a proposal', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const assigned = async () => toAssigned(await submit(stage));
  const met = async () => toMet(await submit(stage));

  it('goes the straight road from its submission to its closing', async () => {
    const proposal = await met();
    expect((await proposal.reply('A')).state).toBe('REPLIED');
    await proposal.rate('satisfied');
    await proposal.close();
    expect(await proposal.handle.result()).toEqual({ state: 'CLOSED', replyClass: 'A', rating: 'satisfied' });
    const straight = ['submitted', 'filed', 'assigned', 'meetingRecorded', 'met', 'replied', 'rated', 'closed'];
    expect(proposal.types()).toEqual(straight);
    expect(proposal.decisions().map(({ version }) => version)).toEqual(straight.map((_one, index) => index + 1));
    expect(proposal.decisions()[2]?.after.supportingDepartmentIds).toEqual(['ZX-XFD']);
    expect(proposal.decisions().at(-1)?.after.deadlines).toEqual([]);
  });

  it('refuses steps out of their order, and a reply before the author has confirmed the meeting', async () => {
    const proposal = await assigned();
    const notReady = refusal('proposalNotReady', 'ASSIGNED');
    await expect(proposal.reply('A')).rejects.toMatchObject(notReady);
    await expect(proposal.confirmMeeting()).rejects.toMatchObject(notReady);
    await expect(proposal.withdraw()).rejects.toMatchObject(notReady);
    await expect(proposal.rate('satisfied')).rejects.toMatchObject(notReady);
    await expect(proposal.ruleReturn(true)).rejects.toMatchObject(notReady);
  });

  it('ends when it is not filed', async () => {
    const proposal = await submit(stage);
    await proposal.file(false);
    expect((await proposal.handle.result()).state).toBe('NOT_FILED');
  });

  it('[S65] gives the lead three natural months, and climbs the ladder to the red card and on when it is late', async () => {
    const proposal = await assigned();
    const { at, after } = proposal.decisions().at(-1)!;
    expect(after).toMatchObject({
      ...{ dueAt: dueAfter(at, limits.reply), ruleSetVersion: 1 },
      deadlines: [
        { step: 'reply', holderId: 'ZX-CGJ' },
        { step: 'proposalOpinion', holderId: 'ZX-XFD' },
      ],
    });
    await stage.env.sleep(after.dueAt! - (await stage.env.currentTimeMs()) - DAY_MS / 24);
    expect(proposal.rungsOf('reply')).toEqual(['reminder', 'yellowCard']);
    await stage.env.sleep(DAY_MS);
    await until(() => proposal.rungsOf('reply').includes('redCard') || undefined);
    await stage.env.sleep(30 * DAY_MS);
    const all = await until(() => (proposal.rungsOf('reply').length === 6 ? proposal.rungsOf('reply') : undefined));
    expect(all.slice(3)).toEqual(['superviseOrder', 'interview', 'escalatedSupervision']);
    await proposal.recordMeeting();
    await proposal.confirmMeeting();
    expect((await proposal.reply('C')).state).toBe('REPLIED');
  });

  it('runs on the time scale of its rules, from the start of each step', async () => {
    const terms = { ...PROPOSAL_TERMS, timeScale: 10 };
    const proposal = await toAssigned(await submit(stage, { terms }));
    const { at, after } = proposal.decisions().at(-1)!;
    expect(after.dueAt! - at).toBe(Math.round((dueAfter(at, limits.reply) - at) / 10));
  });

  it('finds a guessed deadline again when the calendar of its year is loaded, once', async () => {
    const before: Calendar = { ...calendar, lastYear: calendar.firstYear - 1 };
    const proposal = await submit(stage, { terms: { ...PROPOSAL_TERMS, calendar: before } });
    const first = proposal.decisions()[0]!;
    expect(first.after.deadlines).toMatchObject([{ step: 'proposalFile', provisional: true }]);
    // The day it was due on turns out to be a holiday.
    const due = new Date(first.after.dueAt! + 8 * 3_600_000).toISOString().slice(0, 10);
    const year = Number(due.slice(0, 4));
    const newer = { ...calendar, version: 2, firstYear: year - 1, lastYear: year + 1, holidays: [due] };
    await proposal.handle.signal(calendarLoadedSignal, { calendar: newer });
    await proposal.handle.signal(calendarLoadedSignal, { calendar: newer });
    const found = await until(() => proposal.decisions().find(({ fact }) => fact.type === 'calendarLoaded'));
    expect(found.after).toMatchObject({ deadlines: [{ step: 'proposalFile', provisional: false }] });
    expect(found.after.dueAt).toBeGreaterThan(first.after.dueAt!);
    await proposal.withdraw();
    expect(proposal.types()).toEqual(['submitted', 'calendarLoaded', 'withdrawn']);
  });

  describe('that its lead says is another unit’s', () => {
    it('keeps the lead’s deadline when the return is refused, and is not returned twice', async () => {
      const proposal = await assigned();
      const { dueAt } = proposal.decisions().at(-1)!.after;
      const bySupporting = { departmentId: 'ZX-XFD', contentId: 'why' };
      await expect(proposal.act(requestProposalReturnUpdate, 'head', bySupporting)).rejects.toMatchObject(
        refusal('returnNotAllowed', 'ASSIGNED'),
      );
      expect((await proposal.requestReturn()).state).toBe('RETURN_REQUESTED');
      expect(proposal.decisions().at(-1)?.after).toMatchObject({ dueAt, leadDepartmentId: 'ZX-CGJ' });
      expect((await proposal.ruleReturn(false)).state).toBe('ASSIGNED');
      expect(proposal.decisions().at(-1)?.after.dueAt).toBe(dueAt);
      await expect(proposal.requestReturn()).rejects.toMatchObject(refusal('returnNotAllowed', 'ASSIGNED'));
    });

    it('is assigned anew, with a fresh clock, when it is upheld', async () => {
      const proposal = await assigned();
      await proposal.giveOpinion('ZX-XFD');
      await proposal.requestReturn();
      expect((await proposal.ruleReturn(true)).state).toBe('FILED');
      const upheld = proposal.decisions().at(-1)!;
      expect(upheld.fact).toMatchObject({ type: 'returnUpheld', departmentId: 'ZX-CGJ' });
      expect(upheld.after).toMatchObject({ supportingDepartmentIds: [], opinionsFrom: [] });
      expect(upheld.after.leadDepartmentId).toBeUndefined();
      expect(upheld.after.deadlines).toMatchObject([{ step: 'proposalAssign' }]);
      await proposal.assign('ZX-GAJ');
      const { at, after } = proposal.decisions().at(-1)!;
      expect(after).toMatchObject({ leadDepartmentId: 'ZX-GAJ', dueAt: dueAfter(at, limits.reply) });
    });

    it('is not taken back after its time', async () => {
      const proposal = await assigned();
      await stage.env.sleep(20 * DAY_MS);
      await expect(proposal.requestReturn()).rejects.toMatchObject(refusal('returnNotAllowed', 'ASSIGNED'));
    });

    it('reminds of a ruling that does not come, while the reply stays due', async () => {
      const proposal = await assigned();
      await proposal.requestReturn();
      await stage.env.sleep(8 * DAY_MS);
      const late = () => (proposal.rungsOf('proposalReturnRuling').includes('redCard') ? true : undefined);
      await until(late);
      expect(
        proposal
          .decisions()
          .at(-1)
          ?.after.deadlines.map(({ step }) => step),
      ).toContain('reply');
    });
  });

  it('reminds a supporting unit of its opinion until it is given, and asks for none after the reply', async () => {
    const proposal = await met();
    await stage.env.sleep(40 * DAY_MS);
    await until(() => proposal.rungsOf('proposalOpinion').includes('reminder') || undefined);
    await expect(proposal.giveOpinion('ZX-GAJ')).rejects.toMatchObject(refusal('proposalNotReady', 'MET'));
    await proposal.giveOpinion('ZX-XFD');
    expect(proposal.decisions().at(-1)?.after).toMatchObject({
      ...{ opinionsFrom: ['ZX-XFD'], deadlines: [{ step: 'reply' }] },
    });
    await proposal.reply('D');
    const late = refusal('proposalNotReady', 'REPLIED');
    await expect(proposal.giveOpinion('ZX-XFD')).rejects.toMatchObject(late);
  });

  it('takes drafts of a reply without moving, and none after a reply that promised nothing', async () => {
    const proposal = await met();
    expect((await proposal.draftReply()).state).toBe('MET');
    expect(proposal.decisions().at(-1)?.fact).toEqual({ type: 'replyDrafted', contentId: 'draft' });
    await proposal.reply('A');
    await expect(proposal.draftReply()).rejects.toMatchObject(refusal('proposalNotReady', 'REPLIED'));
  });

  it('a class B reply needs a date to come, and no other class has one', async () => {
    const proposal = await met();
    const now = await stage.env.currentTimeMs();
    const refused = { cause: { type: 'promiseDateMissing' } };
    await expect(proposal.reply('B')).rejects.toMatchObject(refused);
    await expect(proposal.reply('B', now - DAY_MS)).rejects.toMatchObject(refused);
    await expect(proposal.reply('A', now + DAY_MS)).rejects.toMatchObject(refused);
  });

  it('[S63] carries a class B reply over to its date, which is looked at again until it is done', async () => {
    const proposal = await met();
    const promisedAt = (await stage.env.currentTimeMs()) + 60 * DAY_MS;
    await proposal.reply('B', promisedAt);
    await proposal.rate('basic');
    expect((await proposal.close()).state).toBe('CARRIED_OVER');
    expect(proposal.decisions().at(-1)?.after).toMatchObject({ promisedAt, dueAt: promisedAt });
    await stage.env.sleep(61 * DAY_MS);
    await until(() => proposal.rungsOf('proposalPromise').includes('redCard') || undefined);
    const later = (await stage.env.currentTimeMs()) + 40 * DAY_MS;
    expect((await proposal.supplement('B', later)).state).toBe('CARRIED_OVER');
    expect(proposal.decisions().at(-1)?.after.promisedAt).toBe(later);
    await stage.env.sleep(5 * DAY_MS);
    await proposal.draftReply();
    expect((await proposal.supplement('A')).state).toBe('CLOSED');
    expect(await proposal.handle.result()).toMatchObject({ state: 'CLOSED', replyClass: 'A' });
  });

  it('goes back to the lead once when the author is dissatisfied, and no second time', async () => {
    const proposal = await met();
    await proposal.reply('C');
    expect((await proposal.rate('dissatisfied')).state).toBe('MET');
    const { at, after } = proposal.decisions().at(-1)!;
    expect(after.dueAt).toBe(dueAfter(at, limits.secondReply));
    await proposal.reply('C');
    expect((await proposal.rate('dissatisfied')).state).toBe('RATED');
    await proposal.close();
    expect(await proposal.handle.result()).toMatchObject({ rating: 'dissatisfied' });
    expect(proposal.types().filter((type) => type === 'replyRefused')).toHaveLength(1);
  });

  it('counts a form that never came back as not returned', async () => {
    const proposal = await met();
    await proposal.reply('A');
    await stage.env.sleep(31 * DAY_MS);
    const rated = await until(() => proposal.decisions().find(({ fact }) => fact.type === 'rated'));
    expect(rated.after).toMatchObject({ state: 'RATED', rating: 'unreturned' });
    expect(proposal.rungsOf('proposalRate')).toEqual(['reminder']);
  });
});
