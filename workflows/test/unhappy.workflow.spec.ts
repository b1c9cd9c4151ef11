import { followUpWorkflowId, sessionWorkflowId } from '@hsl/contracts/workflow-ids';
import { lookBacksDueAt } from '@hsl/domain/matter-terms';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holdSessionUpdate } from '../src/deliberation/deliberation.messages.js';
import { followUpQuery, reopenUpdate } from '../src/follow-up/follow-up.messages.js';
import * as messages from '../src/whistle/whistle.messages.js';
import { blow, by, termsOf, toCoordinating, until, work, type Road } from './road.js';
import { openStage, type Stage } from './stage.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('a matter that does not go straight', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const stateOf = async (road: Road) => (await road.whistle.query(messages.processQuery)).state;
  const factOf = (road: Road, type: string) => until(() => road.decisions().find(({ fact }) => fact.type === type));
  const ended = (road: Road) =>
    until(async () => ((await road.whistle.describe()).status.name === 'COMPLETED' ? true : undefined));

  async function toRevisiting(road: Road): Promise<{ lead: string; supporting: string }> {
    const tasks = await toCoordinating(road);
    await work(road, tasks.supporting, tasks.lead);
    await road.verify('pass');
    return tasks;
  }
  async function rework(road: Road, lead: string): Promise<void> {
    const rounds = road.decisions().filter(({ fact }) => fact.type === 'feedbackSubmitted').length;
    const round = road
      .decisions()
      .at(-1)!
      .after.progress.tasks.find((one) => one.taskId === lead)!.round;
    await until(() => road.tasks().find((one) => one.taskId === lead && one.after.round === round));
    await road.feedBack(lead);
    await until(() =>
      road.decisions().filter(({ fact }) => fact.type === 'feedbackSubmitted').length > rounds ? true : undefined,
    );
    await road.verify('pass');
  }
  const hold = async (sessionId: string, outcome: 'consensus' | 'partial' | 'none') => {
    const handle = stage.client.workflow.getHandle(sessionWorkflowId(sessionId));
    const command = { by: by('member'), outcome, contentId: 'minutes' };
    return handle.executeUpdate(holdSessionUpdate, { args: [command] });
  };

  it('[4.2 sendBack] lapses when the community stays silent for two working days', async () => {
    const road = await blow(stage);
    await road.act(messages.sendBackUpdate, 'liaisonOfficer', { contentId: 'what' });
    await stage.env.sleep('12 days');
    const lapsed = await factOf(road, 'lapsed');
    expect(lapsed.after).toMatchObject({ state: 'WITHDRAWN', progress: { outcome: 'lapsed' } });
    expect(road.decisions().filter(({ fact }) => fact.type === 'rung' && fact.kind !== 'reminder')).toEqual([]);
    await ended(road);
  });

  it('[4.2 decline] ends when nobody objects within three working days', async () => {
    const road = await blow(stage);
    await road.act(messages.proposeDeclineUpdate, 'liaisonOfficer', { reasonCode: 'inCourt' });
    await road.act(messages.ruleDeclineUpdate, 'deputyLeader', { isApproved: true });
    await stage.env.sleep('14 days');
    await factOf(road, 'objectionClosed');
    await ended(road);
    expect(road.decisions().at(-1)!.after).toMatchObject({ state: 'NOT_ACCEPTED', waitingFor: [] });
  });

  it('[4.2 deliberate] demands a session before a dispatch to three departments, and holds a second one', async () => {
    const road = await blow(stage);
    await road.accept();
    await until(() => road.checkIns()[0]);
    await road.confirm('M01');
    await factOf(road, 'checkedIn');
    await expect(road.dispatch('ZX-CGJ', 'ZX-XFD', 'ZX-GDG')).rejects.toMatchObject({
      cause: { type: 'deliberationRequired' },
    });
    await road.act(messages.deliberateUpdate, 'member', { sessionId: `${road.whistleId}-1` });
    await until(() => road.sessions()[0]);
    await expect(road.dispatch('ZX-CGJ')).rejects.toMatchObject({ cause: { type: 'deliberationRequired' } });
    expect((await hold(`${road.whistleId}-1`, 'none')).state).toBe('CONVENED');
    expect((await hold(`${road.whistleId}-1`, 'consensus')).state).toBe('HELD');
    const held = await factOf(road, 'deliberated');
    expect(held.fact).toMatchObject({ outcome: 'consensus' });
    expect((await road.dispatch('ZX-CGJ', 'ZX-XFD', 'ZX-GDG')).state).toBe('COORDINATING');
  });

  it('[4.2 deliberate] demands it for twenty households and for level red, never for G1 and G2', async () => {
    for (const [extra, grade, code] of [
      [{ households: 20 }, 'G3', 'deliberationRequired'],
      [{ households: 19 }, 'G3', undefined],
      [{ households: 50 }, 'G2', undefined],
    ] as const) {
      const road = await blow(stage, extra);
      await road.accept(grade);
      await until(() => road.checkIns()[0]);
      await road.confirm('M01');
      await factOf(road, 'checkedIn');
      const answer = await road.dispatch('ZX-CGJ').then(
        () => undefined,
        (error: { cause?: { type?: string } }) => error.cause?.type,
      );
      expect([grade, extra.households, answer]).toEqual([grade, extra.households, code]);
    }
  });

  it('[4.2 selfResolve] goes to verification without a department, and back to the dispatch if it does not hold', async () => {
    const road = await blow(stage);
    await road.accept();
    await until(() => road.checkIns()[0]);
    await road.confirm('M01');
    await factOf(road, 'checkedIn');
    expect((await road.act(messages.selfResolveUpdate, 'member', { contentId: 'how' })).state).toBe('VERIFYING');
    expect((await road.verify('fail')).state).toBe('CHECKED_IN');
    await road.act(messages.selfResolveUpdate, 'member', { contentId: 'again' });
    expect((await road.verify('pass')).state).toBe('REVISITING');
    expect((await road.revisit('satisfied')).state).toBe('CONCLUDED');
    expect(road.tasks()).toEqual([]);
  });

  it('[4.2 satisfied] [4.5 resident unreachable] concludes after three attempts over two days by two channels', async () => {
    const road = await blow(stage);
    await toRevisiting(road);
    const now = await stage.env.currentTimeMs();
    const tried = (...attempts: [number, 'phone' | 'visit'][]) =>
      road.act(messages.unreachedUpdate, 'liaisonOfficer', {
        attempts: attempts.map(([day, channel]) => ({ at: now + day * DAY_MS, channel })),
      });
    for (const attempts of [
      [
        [0, 'phone'],
        [1, 'visit'],
      ],
      [
        [0, 'phone'],
        [0, 'visit'],
        [0, 'phone'],
      ],
      [
        [0, 'phone'],
        [1, 'phone'],
        [2, 'phone'],
      ],
    ] as [number, 'phone' | 'visit'][][]) {
      await expect(tried(...attempts)).rejects.toMatchObject({ cause: { type: 'attemptsMissing' } });
    }
    expect((await tried([0, 'phone'], [0, 'visit'], [1, 'phone'])).state).toBe('CONCLUDED');
    expect(road.decisions().at(-1)!.after.progress.outcome).toBe('unreached');
  });

  it('[4.2 dissatisfied] [4.5 dissatisfied, 1st time] gives the same lead five working days', async () => {
    const road = await blow(stage);
    const { lead } = await toRevisiting(road);
    expect((await road.revisit('dissatisfied')).state).toBe('COORDINATING');
    const again = await until(() => road.tasks().find((one) => one.taskId === lead && one.after.round === 2));
    const { limits } = termsOf('G3');
    expect(limits.feedback).toEqual({ kind: 'workingDays', amount: 5 });
    expect(again.fact).toEqual({ type: 'reworked' });
  });

  it('[4.5 dissatisfied, 2nd time] sits down together: a plan is worked on, an explanation asks the resident again', async () => {
    for (const [outcome, state] of [
      ['consensus', 'COORDINATING'],
      ['none', 'REVISITING'],
    ] as const) {
      const road = await blow(stage);
      const { lead } = await toRevisiting(road);
      await road.revisit('dissatisfied');
      await rework(road, lead);
      expect((await road.revisit('dissatisfied')).state).toBe('COORDINATING');
      const owed = road.decisions().at(-1)!.after;
      expect(owed.waitingFor).toEqual([{ step: 'deliberate', kind: 'role', id: 'liaisonOfficer' }]);
      const sessionId = `${road.whistleId}-2`;
      await road.act(messages.conveneDissatisfiedUpdate, 'liaisonOfficer', { sessionId });
      await until(() => road.sessions()[0]);
      expect((await hold(sessionId, outcome)).state).toBe('HELD');
      const concluded = await factOf(road, 'sessionConcluded');
      expect(concluded.after.state).toBe(state);
    }
  });

  it('[4.5 dissatisfied, 3rd time] waits for the group leader, who may explain and close, or refer', async () => {
    for (const [choice, outcome] of [
      ['explainAndClose', 'explained'],
      ['refer', 'referred'],
    ] as const) {
      const road = await blow(stage);
      const { lead } = await toRevisiting(road);
      await road.revisit('dissatisfied');
      await rework(road, lead);
      await road.revisit('dissatisfied');
      const early = road.act(messages.chooseOutcomeUpdate, 'groupLeader', { choice });
      await expect(early).rejects.toMatchObject({ cause: { type: 'choiceNotDue' } });
      await road.act(messages.conveneDissatisfiedUpdate, 'liaisonOfficer', { sessionId: `${road.whistleId}-2` });
      await until(() => road.sessions()[0]);
      await hold(`${road.whistleId}-2`, 'none');
      await factOf(road, 'sessionConcluded');
      await road.revisit('dissatisfied');
      expect(road.decisions().at(-1)!.after.waitingFor).toEqual([
        { step: 'outcomeChoice', kind: 'role', id: 'groupLeader' },
      ]);
      const chosen = await road.act(messages.chooseOutcomeUpdate, 'groupLeader', { choice, contentId: 'reasons' });
      expect(chosen.state).toBe('CONCLUDED');
      expect(road.decisions().at(-1)!.after.progress).toMatchObject({ outcome, dissatisfiedCount: 3 });
      await ended(road);
    }
  });

  it('[4.5 wrong or false feedback] orders supervision when it is flagged, or when verification fails twice', async () => {
    const flagged = await blow(stage);
    const { lead } = await toRevisiting(flagged);
    expect((await flagged.act(messages.flagFalseFeedbackUpdate, 'communityWorker', {})).state).toBe('COORDINATING');
    const again = await until(() => flagged.tasks().find((one) => one.taskId === lead && one.after.round === 2));
    expect(again.fact).toMatchObject({ type: 'reworked', order: { step: 'feedback' } });

    const twice = await blow(stage);
    const tasks = await toCoordinating(twice);
    await work(twice, tasks.supporting, tasks.lead);
    await twice.verify('fail');
    await until(() => twice.tasks().find((one) => one.taskId === tasks.lead && one.after.round === 2));
    await twice.feedBack(tasks.lead);
    await until(() => (twice.decisions().at(-1)!.after.state === 'VERIFYING' ? true : undefined));
    await twice.verify('fail');
    const failures = twice.decisions().flatMap(({ fact }) => (fact.type === 'verificationFailed' ? [fact] : []));
    expect(failures.map(({ falseFeedback }) => falseFeedback)).toEqual([false, true]);
  });

  it('[4.2 withdraw] cancels the tasks of its departments and asks members no more', async () => {
    const road = await blow(stage);
    const { lead, supporting } = await toCoordinating(road);
    await road.act(messages.withdrawUpdate, 'communityHead', { needsApproval: false });
    await ended(road);
    const last = (id: string) => road.tasks().findLast((one) => one.taskId === id)!.after.state;
    expect([last(lead), last(supporting)]).toEqual(['CANCELLED', 'CANCELLED']);
    await until(() => road.checkIns().find(({ fact }) => fact.type === 'dismissed'));
    await road.checkIn.result();
  });

  it('[4.2 merge] goes on in its master, which takes the earlier deadline and the higher grade', async () => {
    const master = await blow(stage, { defaultGrade: 'G4', terms: termsOf('G4') });
    const other = await blow(stage);
    const twin = await toCoordinating(other);
    await toCoordinating(master, 'G4');
    const due = other.decisions().at(-1)!.after.dueAt!;
    const before = (await master.whistle.query(messages.processQuery)).deadlines[0]!.dueAt;
    const merged = await other.act(messages.mergeUpdate, 'liaisonOfficer', { masterId: master.whistleId });
    expect(merged.state).toBe('MERGED');
    await ended(other);
    const absorbed = await factOf(master, 'absorbed');
    expect(absorbed.after).toMatchObject({ grade: 'G3', dueAt: due, progress: { reporterCount: 2 } });
    expect(before).toBeGreaterThan(due);
    const moved = await until(() => master.tasks().find(({ fact }) => fact.type === 'termsChanged'));
    expect(moved.after.feedbackDueAt).toBe(due);
    expect(other.tasks().findLast((one) => one.taskId === twin.lead)!.after.state).toBe('CANCELLED');
  });

  it('[4.2 merge] changes nothing when the master has ended in the meantime', async () => {
    const master = await blow(stage);
    const road = await blow(stage);
    await master.act(messages.withdrawUpdate, 'communityHead', { needsApproval: false });
    await ended(master);
    const merge = road.act(messages.mergeUpdate, 'liaisonOfficer', { masterId: master.whistleId });
    await expect(merge).rejects.toMatchObject({ cause: { type: 'isMaster' } });
    expect(await stateOf(road)).toBe('BLOWN');
    expect(road.decisions()).toEqual([]);
  });

  it('[4.2 routeAtOnce] asks members beside an emergency, and whoever comes joins it', async () => {
    const route = { leadDepartmentId: 'ZX-CGJ', supportingDepartmentIds: ['ZX-GSG'] };
    const road = await blow(stage, { defaultGrade: 'G1', terms: termsOf('G1'), route });
    expect((await road.accept('G1')).state).toBe('COORDINATING');
    await until(() => (road.tasks().length === 2 ? true : undefined));
    await until(() => road.checkIns()[0]);
    await road.confirm('M02');
    const joined = await factOf(road, 'checkedIn');
    expect(joined.after).toMatchObject({ state: 'COORDINATING', progress: { memberIds: ['M02'] } });
    const raised = await blow(stage, { route });
    await raised.accept();
    await raised.act(messages.regradeUpdate, 'liaisonOfficer', { grade: 'G2', level: 'yellow', terms: termsOf('G2') });
    expect(await stateOf(raised)).toBe('COORDINATING');
  });

  it('moves the clocks of its departments when it is raised or lowered', async () => {
    const road = await blow(stage);
    const { lead } = await toCoordinating(road);
    await road.act(messages.regradeUpdate, 'liaisonOfficer', { grade: 'G2', level: 'blue', terms: termsOf('G2') });
    const moved = await until(() =>
      road.tasks().find((one) => one.taskId === lead && one.fact.type === 'termsChanged'),
    );
    const { startedAt, dueAt } = moved.after.deadlines.find(({ step }) => step === 'feedback')!;
    expect(dueAt - startedAt).toBe(3 * DAY_MS);
    expect(moved.after.grade).toBe('G2');
  });

  it('reopens within thirty days of the conclusion: the watch ends and the lead has another round', async () => {
    const road = await blow(stage);
    await toRevisiting(road);
    await road.revisit('satisfied');
    const concluded = road.decisions().at(-1)!;
    const terms = termsOf('G3');
    const followUp = await stage.client.workflow.start('followUpWorkflow', {
      workflowId: followUpWorkflowId(road.whistleId),
      taskQueue: 'whistles',
      args: [
        {
          ...{ whistleId: road.whistleId, subdistrictId: 'zx', version: concluded.version, concluded: concluded.after },
          ...{
            terms,
            concludedAt: concluded.at,
            firstSequence: 1,
            lookBacksDueAt: lookBacksDueAt(terms, concluded.at),
          },
        },
      ],
    });
    const taken = await followUp.executeUpdate(reopenUpdate, { args: [{ by: by('communityWorker') }] });
    expect(taken).toEqual({ state: 'COORDINATING', version: concluded.version + 1 });
    await followUp.result();
    expect((await followUp.query(followUpQuery)).state).toBe('COORDINATING');
    const row = road.decisions().at(-1)!;
    expect(row.after.progress.tasks.find(({ role }) => role === 'lead')!.round).toBe(2);
    const { waitingFor, progress } = row.after;
    await stage.client.workflow.start('whistleWorkflow', {
      workflowId: `whistle/${road.whistleId}`,
      taskQueue: 'whistles',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      args: [
        { ...road.input, resumed: { state: 'COORDINATING', version: row.version, at: row.at, waitingFor, progress } },
      ],
    });
    const lead = progress.tasks.find(({ role }) => role === 'lead')!.taskId;
    await until(() => road.tasks().find((one) => one.taskId === lead && one.after.round === 2));
    await road.feedBack(lead);
    await until(() => (road.decisions().at(-1)!.after.state === 'VERIFYING' ? true : undefined));
  });
});
