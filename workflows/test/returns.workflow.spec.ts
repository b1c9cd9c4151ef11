import type { Grade } from '@hsl/contracts/grades';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import { deadlineOrProvisional } from '@hsl/domain/deadline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  agreePauseUpdate,
  answerOrderUpdate,
  appealUpdate,
  flagIdleUpdate,
  recordSiteMeetingUpdate,
  requestExtensionUpdate,
  requestReturnUpdate,
  ruleAppealUpdate,
  ruleDisputeUpdate,
  ruleExtensionUpdate,
  ruleReturnUpdate,
  taskQuery,
  waiveUpdate,
} from '../src/department-task/department-task.messages.js';
import { contactUpdate, processQuery } from '../src/whistle/whistle.messages.js';
import { blow, termsOf, toCoordinating, until, work, type Road } from './road.js';
import { openStage, type Stage } from './stage.js';

const DAY_MS = 86_400_000;
const returning = { reasonCode: 'notOurDuty', toDepartmentId: 'ZX-GDG', contentId: 'note' } as const;

describe('a department and a task that do not fit', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const factsOf = (road: Road, taskId: string) =>
    road.tasks().flatMap(({ taskId: id, fact }) => (id === taskId ? [fact.type] : []));
  const dueOf = async (road: Road, taskId: string, step: string) =>
    (await road.task(taskId).query(taskQuery)).deadlines.find((one) => one.step === step)!.dueAt;
  const taskFor = (road: Road, departmentId: string) =>
    until(() => road.tasks().find((one) => one.departmentId === departmentId)?.taskId);

  it('[4.5 department returns] gives an accepted return to the other unit, with a fresh clock', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await stage.env.sleep('3 hours');
    expect((await road.actOn(lead, requestReturnUpdate, 'handler', returning)).state).toBe('RETURN_REQUESTED');
    await expect(road.feedBack(lead)).rejects.toMatchObject({ cause: { type: 'wrongState' } });
    const ruled = await road.actOn(lead, ruleReturnUpdate, 'liaisonOfficer', { isAccepted: true });
    expect(ruled.state).toBe('RETURNED');
    const successor = await taskFor(road, 'ZX-GDG');
    const dispatched = road.tasks().find((one) => one.taskId === successor)!;
    expect(dispatched).toMatchObject({ role: 'lead', after: { state: 'DISPATCHED', progress: { tried: ['ZX-CGJ'] } } });
    expect(await dueOf(road, successor, 'feedback')).toBeGreaterThanOrEqual(await dueOf(road, supporting, 'feedback'));
    const view = await road.whistle.query(processQuery);
    expect(view.waitingFor.map(({ id }) => id)).toEqual(['ZX-GDG', 'ZX-XFD']);
    await work(road, supporting, successor);
    expect(road.decisions().at(-1)!.after.state).toBe('VERIFYING');
  });

  it('[4.5 department returns] keeps the original deadline of a refused return, and takes no second one', async () => {
    const road = await blow(stage);
    const { lead } = await toCoordinating(road);
    const due = await dueOf(road, lead, 'feedback');
    await road.actOn(lead, requestReturnUpdate, 'handler', returning);
    expect((await road.actOn(lead, ruleReturnUpdate, 'liaisonOfficer', { isAccepted: false })).state).toBe(
      'DISPATCHED',
    );
    expect(await dueOf(road, lead, 'feedback')).toBe(due);
    const acknowledge = await road.task(lead).query(taskQuery);
    const ruledAt = road.tasks().at(-1)!.at;
    expect(acknowledge.deadlines[0]).toMatchObject({ step: 'acknowledge', startedAt: ruledAt });
    await expect(road.actOn(lead, requestReturnUpdate, 'handler', returning)).rejects.toMatchObject({
      cause: { type: 'returnNotAllowed' },
    });
  });

  it('[4.3 G1 return] allows no return of an emergency, and [4.3 G3 return] none after two working days', async () => {
    const emergency = await blow(stage, {
      ...{ defaultGrade: 'G1', terms: termsOf('G1') },
      route: { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: [] },
    });
    await emergency.accept('G1');
    const routed = await taskFor(emergency, 'ZX-CGJ');
    await expect(emergency.actOn(routed, requestReturnUpdate, 'handler', returning)).rejects.toMatchObject({
      cause: { type: 'returnNotAllowed' },
    });
    const road = await blow(stage);
    const { lead } = await toCoordinating(road);
    await road.acknowledge(lead);
    await stage.env.sleep('12 days');
    await expect(road.actOn(lead, requestReturnUpdate, 'handler', returning)).rejects.toMatchObject({
      cause: { type: 'returnNotAllowed' },
    });
  });

  /** A matter of the grade whose only department has acknowledged. */
  async function acknowledgedOf(grade: Grade): Promise<{ road: Road; lead: string }> {
    const road = await blow(stage, { defaultGrade: grade, terms: termsOf(grade) });
    await road.accept(grade);
    await until(() => road.checkIns()[0]);
    await road.confirm('M01');
    await road.until(({ decisions }) => decisions().find(({ fact }) => fact.type === 'checkedIn'));
    await road.dispatch('ZX-CGJ');
    const lead = await taskFor(road, 'ZX-CGJ');
    await road.acknowledge(lead);
    return { road, lead };
  }
  const askReturn = ({ road, lead }: { road: Road; lead: string }) =>
    road.actOn(lead, requestReturnUpdate, 'handler', returning);

  it('[4.3 G2 return] takes a return for 4 hours, and [4.3 G4 return] for 2 working days', async () => {
    const urgent = await acknowledgedOf('G2');
    await stage.env.sleep('230 minutes');
    expect((await askReturn(urgent)).state).toBe('RETURN_REQUESTED');
    const late = await acknowledgedOf('G2');
    await stage.env.sleep('250 minutes');
    await expect(askReturn(late)).rejects.toMatchObject({ cause: { type: 'returnNotAllowed' } });
    const complex = await acknowledgedOf('G4');
    const dispatchedAt = complex.road.tasks()[0]!.at;
    const until2 = deadlineOrProvisional(dispatchedAt, { kind: 'workingDays', amount: 2 }, CHINA_CALENDAR).dueAt;
    await stage.env.sleep(until2 - (await stage.env.currentTimeMs()) - 600_000);
    expect((await askReturn(complex)).state).toBe('RETURN_REQUESTED');
    const tooLate = await acknowledgedOf('G4');
    await stage.env.sleep('12 days');
    await expect(askReturn(tooLate)).rejects.toMatchObject({ cause: { type: 'returnNotAllowed' } });
  });

  it('[4.3 G2 extension] moves an urgent deadline once, by 2 days at most', async () => {
    const { road, lead } = await acknowledgedOf('G2');
    const due = await dueOf(road, lead, 'feedback');
    const ask = (days: number) =>
      road.actOn(lead, requestExtensionUpdate, 'handler', { newDueAt: due + days * DAY_MS });
    await expect(ask(2.1)).rejects.toMatchObject({ cause: { type: 'extensionNotAllowed' } });
    await ask(2);
    await road.actOn(lead, ruleExtensionUpdate, 'deputyLeader', { isApproved: true });
    expect(await dueOf(road, lead, 'feedback')).toBe(due + 2 * DAY_MS);
    await expect(ask(3)).rejects.toMatchObject({ cause: { type: 'extensionNotAllowed' } });
  });

  async function disputed(road: Road): Promise<string> {
    const { lead } = await toCoordinating(road);
    await road.actOn(lead, requestReturnUpdate, 'handler', returning);
    await road.actOn(lead, ruleReturnUpdate, 'liaisonOfficer', { isAccepted: true });
    const second = await taskFor(road, 'ZX-GDG');
    const back = { ...returning, toDepartmentId: 'ZX-CGJ' };
    expect((await road.actOn(second, requestReturnUpdate, 'handler', back)).state).toBe('DISPUTED');
    await road.actOn(second, recordSiteMeetingUpdate, 'liaisonOfficer', { contentId: 'meeting' });
    return second;
  }

  it('[4.5 dispute over responsibility] lets the deputy leader rule after the site meeting; unappealed it stands', async () => {
    const road = await blow(stage);
    const second = await disputed(road);
    await road.actOn(second, ruleDisputeUpdate, 'deputyLeader', { toDepartmentId: 'ZX-GDG', contentId: 'ruling' });
    expect((await road.task(second).query(taskQuery)).state).toBe('DISPUTED');
    await stage.env.sleep('12 days');
    await until(() => (factsOf(road, second).includes('disputeSettled') ? true : undefined));
    const settled = road.tasks().find((one) => one.fact.type === 'disputeSettled')!;
    expect(settled).toMatchObject({
      fact: { toDepartmentId: 'ZX-GDG' },
      categoryCode: 'C1',
      after: { state: 'DISPATCHED' },
    });
  });

  it('[4.5 dispute over responsibility] lets the group leader rule finally on an appeal', async () => {
    const road = await blow(stage);
    const second = await disputed(road);
    await expect(road.actOn(second, appealUpdate, 'head', {})).rejects.toMatchObject({
      cause: { type: 'notInDispute' },
    });
    await road.actOn(second, ruleDisputeUpdate, 'deputyLeader', { toDepartmentId: 'ZX-GDG' });
    await road.actOn(second, appealUpdate, 'head', { contentId: 'appeal' });
    const final = await road.actOn(second, ruleAppealUpdate, 'groupLeader', { toDepartmentId: 'ZX-SQB' });
    expect(final.state).toBe('RETURNED');
    const third = await taskFor(road, 'ZX-SQB');
    expect(road.tasks().find((one) => one.taskId === third)!.after.progress.tried).toEqual(['ZX-CGJ', 'ZX-GDG']);
  });

  it('[4.3 G3 extension] moves the deadline once, by five working days at most, asked a working day before', async () => {
    const road = await blow(stage);
    const { lead } = await toCoordinating(road);
    await road.acknowledge(lead);
    const due = await dueOf(road, lead, 'feedback');
    const ask = (days: number) =>
      road.actOn(lead, requestExtensionUpdate, 'handler', { newDueAt: due + days * DAY_MS });
    await expect(ask(60)).rejects.toMatchObject({ cause: { type: 'extensionNotAllowed' } });
    await ask(1);
    await road.actOn(lead, ruleExtensionUpdate, 'liaisonOfficer', { isApproved: true });
    expect(await dueOf(road, lead, 'feedback')).toBe(due + DAY_MS);
    const shown = await until(async () => {
      const { deadlines } = await road.whistle.query(processQuery);
      return deadlines[0]!.dueAt === due + DAY_MS ? true : undefined;
    });
    expect(shown).toBe(true);
    await expect(ask(2)).rejects.toMatchObject({ cause: { type: 'extensionNotAllowed' } });
  });

  it('[4.3 G1 extension] gives an emergency none, [4.3 G4 extension] a complex matter two', async () => {
    const emergency = await blow(stage, {
      ...{ defaultGrade: 'G1', terms: termsOf('G1') },
      route: { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: [] },
    });
    await emergency.accept('G1');
    const routed = await taskFor(emergency, 'ZX-CGJ');
    await emergency.acknowledge(routed);
    const soon = { newDueAt: (await dueOf(emergency, routed, 'feedback')) + 3_600_000 };
    await expect(emergency.actOn(routed, requestExtensionUpdate, 'handler', soon)).rejects.toMatchObject({
      cause: { type: 'extensionNotAllowed' },
    });
    const road = await blow(stage, { defaultGrade: 'G4', terms: termsOf('G4') });
    await road.accept('G4');
    await road.until(({ decisions }) => decisions().find(({ fact }) => fact.type === 'accepted'));
    await until(() => road.checkIns()[0]);
    await road.confirm('M01');
    await road.until(({ decisions }) => decisions().find(({ fact }) => fact.type === 'checkedIn'));
    await road.dispatch('ZX-CGJ');
    const lead = await taskFor(road, 'ZX-CGJ');
    await road.acknowledge(lead);
    for (const role of ['liaisonOfficer', 'deputyLeader'] as const) {
      const newDueAt = (await dueOf(road, lead, 'feedback')) + DAY_MS;
      await road.actOn(lead, requestExtensionUpdate, 'handler', { newDueAt });
      await road.actOn(lead, ruleExtensionUpdate, role, { isApproved: true });
    }
    const third = { newDueAt: (await dueOf(road, lead, 'feedback')) + DAY_MS };
    await expect(road.actOn(lead, requestExtensionUpdate, 'handler', third)).rejects.toThrow();
  });

  it('[4.5 supporting unit idle] pauses the lead once, if flagged in time and agreed, until the unit has fed back', async () => {
    const road = await blow(stage, { defaultGrade: 'G4', terms: termsOf('G4') });
    const { lead, supporting } = await toCoordinating(road, 'G4');
    await road.acknowledge(lead);
    await road.acknowledge(supporting);
    await expect(road.actOn(lead, agreePauseUpdate, 'liaisonOfficer', {})).rejects.toMatchObject({
      cause: { type: 'pauseNotAllowed' },
    });
    await road.actOn(lead, flagIdleUpdate, 'handler', { supportingTaskId: supporting });
    // For a unit that owes nothing any more nobody would set the clock going again.
    await expect(road.actOn(lead, agreePauseUpdate, 'liaisonOfficer', { openTaskIds: [] })).rejects.toMatchObject({
      cause: { type: 'pauseNotAllowed' },
    });
    const due = await dueOf(road, lead, 'feedback');
    await road.actOn(lead, agreePauseUpdate, 'liaisonOfficer', { openTaskIds: [supporting] });
    const feedback = (await road.task(lead).query(taskQuery)).deadlines.find(({ step }) => step === 'feedback');
    expect(feedback).toMatchObject({ paused: true });
    await stage.env.sleep('40 days');
    expect(road.tasks().filter((one) => one.taskId === lead && one.fact.type === 'rung')).toEqual([]);
    await road.feedBack(supporting);
    await until(() => (factsOf(road, lead).includes('resumed') ? true : undefined));
    const later = await until(async () => {
      const now = await dueOf(road, lead, 'feedback');
      return now > due ? now - due : undefined;
    });
    expect(later).toBeGreaterThanOrEqual(40 * DAY_MS);
    await expect(road.actOn(lead, agreePauseUpdate, 'liaisonOfficer', {})).rejects.toMatchObject({
      cause: { type: 'pauseNotAllowed' },
    });
  });

  it('[4.2 feedback] goes on when a supporting unit has fed back or was waived by the lead, not before', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await road.acknowledge(lead);
    await road.feedBack(lead);
    expect((await road.whistle.query(processQuery)).state).toBe('COORDINATING');
    await expect(road.actOn(lead, waiveUpdate, 'head', {})).rejects.toThrow();
    await road.actOn(supporting, waiveUpdate, 'head', { contentId: 'why' });
    await road.until(({ decisions }) => decisions().find(({ fact }) => fact.type === 'feedbackSubmitted'));
  });

  it('[4.2 feedback] asks a unit that has fed back for nothing more, whatever the matter decides before the lead does', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await road.acknowledge(supporting);
    await road.feedBack(supporting);
    await road.act(contactUpdate, 'liaisonOfficer', {});
    await stage.env.sleep('1 hour');
    expect(factsOf(road, supporting)).toEqual(['dispatched', 'acknowledged', 'feedbackSubmitted']);
    await work(road, lead);
    await road.verify('fail');
    await until(() => road.tasks().find(({ taskId, after }) => taskId === lead && after.round === 2));
  });

  it('[4.5 department does not acknowledge] counts as acknowledged one working day late, and the time has run on', async () => {
    const road = await blow(stage);
    const { lead } = await toCoordinating(road);
    const due = await dueOf(road, lead, 'feedback');
    await stage.env.sleep('8 days');
    const tacit = await until(() =>
      road.tasks().find((one) => one.taskId === lead && one.fact.type === 'acknowledged'),
    );
    expect(tacit.fact).toEqual({ type: 'acknowledged', onTime: false, tacit: true });
    expect(await dueOf(road, lead, 'feedback')).toBe(due);
  });

  it('[4.4 rung 4] issues an order with a day to answer; [4.4 rung 5] [4.4 rung 6] then interview and a higher level', async () => {
    const road = await blow(stage);
    const { lead } = await toCoordinating(road);
    await road.acknowledge(lead);
    await stage.env.sleep('60 days');
    const rungs = road.tasks().flatMap(({ taskId, fact }) => (taskId === lead && fact.type === 'rung' ? [fact] : []));
    const order = rungs.find(({ kind, step }) => kind === 'superviseOrder' && step === 'feedback')!.order!;
    expect(rungs.filter(({ step }) => step === 'orderAnswer').map(({ kind }) => kind)).toContain('redCard');
    await road.actOn(lead, answerOrderUpdate, 'head', { orderId: order.orderId, contentId: 'answer' });
    await expect(road.actOn(lead, answerOrderUpdate, 'head', { orderId: order.orderId })).rejects.toMatchObject({
      cause: { type: 'orderNotOpen' },
    });
    const escalated = await until(() =>
      road.decisions().find(({ fact }) => fact.type === 'escalated' && fact.departmentId !== undefined),
    );
    expect(escalated.fact).toMatchObject({ departmentId: expect.stringMatching(/^ZX-/) });
    expect(['yellow', 'red']).toContain(escalated.after.level);
  });

  it('[4.5 deadline missed] leaves the matter open, and late for ever whatever comes after', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await road.acknowledge(lead);
    await stage.env.sleep('20 days');
    await until(() => road.tasks().find((one) => one.taskId === lead && one.after.progress.lateSteps.length > 0));
    expect((await road.whistle.query(processQuery)).state).toBe('COORDINATING');
    await road.feedBack(lead);
    const done = road.tasks().findLast((one) => one.taskId === lead)!;
    expect(done).toMatchObject({
      fact: { type: 'feedbackSubmitted', onTime: false },
      after: { progress: { lateSteps: expect.arrayContaining(['feedback']) } },
    });
    expect(supporting).toBeTruthy();
  });
});
