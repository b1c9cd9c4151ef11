import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RUNG_KINDS } from '@hsl/contracts/steps';
import type { WhistleDecision } from '../src/whistle/whistle.activities.js';
import { acceptUpdate, deliberateUpdate, processQuery, selfResolveUpdate } from '../src/whistle/whistle.messages.js';
import { blow, checkedIn, termsOf, toCoordinating, until, work } from './road.js';
import { openStage, type Stage } from './stage.js';

describe('the road of a whistle', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('[4.2 accept] [4.2 checkIn] [4.2 dispatch] goes from blown to concluded when everybody does their part', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await road.confirm('M02');
    await work(road, supporting, lead);
    expect((await road.verify('pass')).state).toBe('REVISITING');
    expect(await road.revisit('satisfied')).toEqual({ state: 'CONCLUDED', version: 7 });
    await until(async () => ((await road.whistle.describe()).status.name === 'COMPLETED' ? true : undefined));
    expect(road.decisions().map(({ fact, after }) => [fact.type, after.state])).toEqual([
      ['accepted', 'ASSIGNING'],
      ['checkedIn', 'CHECKED_IN'],
      ['dispatched', 'COORDINATING'],
      ['feedbackSubmitted', 'VERIFYING'],
      ['verified', 'REVISITING'],
      ['revisited', 'CONCLUDED'],
    ]);
    expect(road.decisions().map(({ version }) => version)).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('[S119] says at any moment where it is and who is waited for since when', async () => {
    const road = await blow(stage);
    const { lead } = await toCoordinating(road);
    const view = await road.whistle.query(processQuery);
    expect(view.state).toBe('COORDINATING');
    expect(view.waitingFor.map(({ step, id }) => `${step} ${id}`)).toEqual(['feedback ZX-CGJ', 'feedback ZX-XFD']);
    expect(view.since).toBe(road.decisions().at(-1)!.at);
    expect(view.tasks.find((task) => task.role === 'lead')?.taskId).toBe(lead);
  });

  it('refuses a step out of turn at once, naming the state, and changes nothing', async () => {
    const road = await blow(stage);
    await expect(road.dispatch('ZX-CGJ')).rejects.toMatchObject({
      cause: { type: 'wrongState', details: [{ state: 'BLOWN' }] },
    });
    expect(road.decisions()).toEqual([]);
  });

  it('lets one of two people who press at the same moment win and refuses the other', async () => {
    const road = await blow(stage);
    const both = await Promise.allSettled([road.accept(), road.accept()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(road.decisions().filter(({ fact }) => fact.type === 'accepted')).toHaveLength(1);
  });

  it('refuses a department named twice', async () => {
    const road = await blow(stage);
    await road.accept();
    await until(() => road.checkIns().find((one) => one.fact.type === 'requested'));
    await road.confirm('M01');
    await until(() => road.decisions().find((one) => one.fact.type === 'checkedIn'));
    await expect(road.dispatch('ZX-CGJ', 'ZX-CGJ')).rejects.toMatchObject({ cause: { type: 'duplicateDepartment' } });
  });

  it('[4.5 nobody accepts] [4.4 rung 1] reminds, warns and at last accepts by the clock with the default grade', async () => {
    const road = await blow(stage);
    await stage.env.sleep('6 days');
    const accepted = await until(() => road.decisions().find((one) => one.fact.type === 'accepted'));
    expect(accepted.fact).toEqual({ type: 'accepted', auto: true });
    expect(accepted.after.grade).toBe('G3');
    const rungs = road
      .decisions()
      .flatMap(({ fact }) => (fact.type === 'rung' && fact.step === 'accept' ? [fact.kind] : []));
    expect(rungs).toEqual(['reminder', 'yellowCard', 'redCard']);
  });

  it('[4.4 each rung once] climbs the whole ladder when nobody dispatches, and none of it once it is done', async () => {
    // Nobody reported it, so that no first contact is late beside it.
    const road = await blow(stage, { reporterCount: 0 });
    await checkedIn(road);
    const waits = await road.whistle.query(processQuery);
    expect(waits.waitingFor).toEqual([{ step: 'dispatch', kind: 'role', id: 'liaisonOfficer' }]);
    expect(waits.deadlines.find(({ step }) => step === 'dispatch')!.startedAt).toBe(waits.since);
    await stage.env.sleep('16 days');
    const rungs = () =>
      road.decisions().flatMap(({ fact }) => (fact.type === 'rung' && fact.step === 'dispatch' ? [fact.kind] : []));
    await until(() => (rungs().length === 6 ? true : undefined));
    expect(rungs()).toEqual([...RUNG_KINDS]);
    const late = road.decisions().findLast(({ fact }) => fact.type === 'escalated')!;
    expect([late.after.level, late.after.progress.lateSteps]).toEqual(['yellow', expect.arrayContaining(['dispatch'])]);
    await road.dispatch('ZX-CGJ');
    const punctual = await blow(stage);
    await toCoordinating(punctual);
    await stage.env.sleep('16 days');
    const rung = ({ fact }: WhistleDecision) => fact.type === 'rung' && fact.step === 'dispatch';
    expect(punctual.decisions().some(rung)).toBe(false);
  });

  it('gives the dispatch its time again after a session, and when what was settled without a unit does not hold', async () => {
    const road = await blow(stage);
    await checkedIn(road);
    const clockOf = async () => {
      const { state, deadlines } = await road.whistle.query(processQuery);
      return [state, ...deadlines.filter(({ step }) => step !== 'firstContact').map(({ step }) => step)];
    };
    await road.act(selfResolveUpdate, 'member', { contentId: 'how' });
    expect(await clockOf()).toEqual(['VERIFYING', 'verify']);
    await stage.env.sleep('1 hour');
    await road.verify('fail');
    expect(await clockOf()).toEqual(['CHECKED_IN', 'dispatch']);
    const { since, deadlines } = await road.whistle.query(processQuery);
    expect(deadlines.find(({ step }) => step === 'dispatch')!.startedAt).toBe(since);
    await road.act(deliberateUpdate, 'member', { sessionId: `${road.whistleId}-1` });
    expect(await clockOf()).toEqual(['DELIBERATING', 'deliberate']);
  });

  it('has no clock of the dispatch for a matter that was accepted before there was one', async () => {
    const { limits, ...terms } = termsOf('G3');
    const { dispatch: _later, ...before } = limits;
    const old = { ...terms, limits: before };
    const road = await blow(stage, { terms: old });
    const how = { grade: 'G3', level: 'blue', tier: 'neighbourhood', track: 'immediate', terms: old } as const;
    await road.act(acceptUpdate, 'liaisonOfficer', how);
    await until(() => road.checkIns().find(({ fact }) => fact.type === 'requested'));
    await road.confirm('M01');
    await until(() => road.decisions().find(({ fact }) => fact.type === 'checkedIn'));
    const { deadlines, waitingFor } = await road.whistle.query(processQuery);
    expect([deadlines.map(({ step }) => step), waitingFor.map(({ step }) => step)]).toEqual([
      ['firstContact'],
      ['dispatch'],
    ]);
  });

  it('[4.2 fail] sends the lead back with half the time when the result does not hold', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await work(road, supporting, lead);
    expect((await road.verify('fail')).state).toBe('COORDINATING');
    const again = await until(() => road.tasks().find((one) => one.fact.type === 'reworked'));
    expect([again.taskId, again.after.round, again.after.state]).toEqual([lead, 2, 'IN_PROGRESS']);
    const limits = road
      .tasks()
      .filter((one) => one.taskId === lead)
      .map(({ after }) => after.deadlines.at(-1)!);
    const span = (deadline: { startedAt: number; dueAt: number }) => deadline.dueAt - deadline.startedAt;
    expect(span(limits.at(-1)!)).toBeLessThan(span(limits[0]!));
    await road.feedBack(lead);
    await until(() => road.decisions().filter((one) => one.fact.type === 'feedbackSubmitted')[1]);
    expect((await road.verify('pass')).state).toBe('REVISITING');
    expect(road.decisions().at(-1)!.after.progress.reworkCount).toBe(1);
  });

  it('[4.5 dissatisfied, 1st time] goes back to the same lead when the resident is not content', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await work(road, supporting, lead);
    await road.verify('pass');
    expect((await road.revisit('dissatisfied', 'no')).state).toBe('COORDINATING');
    const again = await until(() => road.tasks().find((one) => one.fact.type === 'reworked'));
    expect([again.departmentId, again.role]).toEqual(['ZX-CGJ', 'lead']);
  });

  it('[4.2 pass] never passes verification by time-out, whatever the clock says', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await work(road, supporting, lead);
    await stage.env.sleep('40 days');
    expect((await road.whistle.query(processQuery)).state).toBe('VERIFYING');
    const rungs = road.decisions().flatMap(({ fact }) => (fact.type === 'rung' ? [fact.step] : []));
    expect(rungs.filter((step) => step === 'verify')).toHaveLength(6);
  });
});
