import { ledgerWorkflowId } from '@hsl/contracts/workflow-ids';
import { isYearEnd, quarterEndAfter } from '@hsl/domain/quarter';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as messages from '../src/ledger/ledger.messages.js';
import { applyLedgerUpdate, processQuery } from '../src/whistle/whistle.messages.js';
import { blow, by, termsOf, toCoordinating, until, work, type Road } from './road.js';
import { openStage, type Stage } from './stage.js';

const DAY_MS = 86_400_000;

describe('a long-term matter on the ledger', () => {
  let stage: Stage;
  /** What an approval waits for before its owner records it. */
  let held = Promise.resolve();
  beforeAll(async () => {
    stage = await openStage({
      async recordLedgerDecision(decision) {
        if (decision.fact.type === 'ledgerApproved') await held;
        await stage.records.activities.recordLedgerDecision(decision);
      },
    });
  });
  afterAll(() => stage.close());

  const entryOf = (road: Road) => stage.client.workflow.getHandle(ledgerWorkflowId(`${road.whistleId}-L`));
  const facts = (road: Road) => stage.records.ledger.filter((one) => one.whistleId === road.whistleId);
  const factOf = (road: Road, type: string) => until(() => facts(road).find(({ fact }) => fact.type === type));
  const stateOf = async (road: Road) => (await road.whistle.query(processQuery)).state;
  const toState = (road: Road, state: string) =>
    until(async () => ((await stateOf(road)) === state ? true : undefined));

  async function apply(road: Road, ...days: number[]) {
    const now = await stage.env.currentTimeMs();
    const milestones = days.map((day, index) => ({ milestoneId: `m${index + 1}`, dueAt: now + day * DAY_MS }));
    const entryId = `${road.whistleId}-L`;
    return road.act(applyLedgerUpdate, 'head', { entryId, milestones });
  }
  async function running(...days: number[]): Promise<{ road: Road; lead: string }> {
    const road = await blow(stage, { defaultGrade: 'G4', terms: termsOf('G4') });
    const { lead } = await toCoordinating(road, 'G4', 'longTerm');
    await apply(road, ...days);
    await factOf(road, 'ledgerApplied');
    const approve = { by: by('deputyLeader'), isApproved: true };
    await entryOf(road).executeUpdate(messages.ruleLedgerUpdate, { args: [approve] });
    await toState(road, 'LEDGERED');
    return { road, lead };
  }
  const report = (road: Road, milestoneId: string) =>
    entryOf(road).executeUpdate(messages.reportMilestoneUpdate, {
      args: [{ by: by('handler'), milestoneId, contentId: 'evidence' }],
    });

  it('[S57] [S60] refuses an immediate matter, an application after expiry, and a timetable with gaps', async () => {
    const immediate = await blow(stage);
    await toCoordinating(immediate);
    await expect(apply(immediate, 30)).rejects.toMatchObject({ cause: { type: 'ledgerNotAllowed' } });
    const road = await blow(stage, { defaultGrade: 'G4', terms: termsOf('G4') });
    await toCoordinating(road, 'G4', 'longTerm');
    await expect(apply(road)).rejects.toMatchObject({ cause: { type: 'milestonesMissing' } });
    await expect(apply(road, 30, 100)).rejects.toMatchObject({ cause: { type: 'milestonesMissing' } });
    await stage.env.sleep('40 days');
    await expect(apply(road, 30)).rejects.toMatchObject({ cause: { type: 'ledgerNotAllowed' } });
  });

  it('[4.2 ledger] [4.5 long-term matter] rests its tasks, and its last milestone leads to the verification', async () => {
    const { road, lead } = await running(30, 60);
    const stopped = await until(() => {
      const last = road.tasks().findLast((one) => one.taskId === lead)!;
      return last.after.state === 'LEDGERED' ? last : undefined;
    });
    await expect(report(road, 'm2')).rejects.toMatchObject({ cause: { type: 'unknownMilestone' } });
    await report(road, 'm1');
    await report(road, 'm2');
    await factOf(road, 'ledgerDelivered');
    await toState(road, 'VERIFYING');
    expect((await road.verify('fail')).state).toBe('COORDINATING');
    const again = await until(() => road.tasks().find((one) => one.taskId === lead && one.after.round === 2));
    expect(again.version).toBe(stopped.version + 1);
  });

  it('goes on with its departments when the entry is refused', async () => {
    const road = await blow(stage, { defaultGrade: 'G4', terms: termsOf('G4') });
    const { lead } = await toCoordinating(road, 'G4', 'longTerm');
    await apply(road, 30);
    await factOf(road, 'ledgerApplied');
    const refuse = { by: by('deputyLeader'), isApproved: false };
    const { state } = await entryOf(road).executeUpdate(messages.ruleLedgerUpdate, { args: [refuse] });
    expect(state).toBe('REFUSED');
    await road.until(({ decisions }) => decisions().find(({ fact }) => fact.type === 'ledgerRefused'));
    await road.acknowledge(lead);
    expect(await stateOf(road)).toBe('COORDINATING');
  });

  it('is not put on the register by an approval that was under way while its result was found wanting', async () => {
    const road = await blow(stage, { defaultGrade: 'G4', terms: termsOf('G4') });
    const { lead, supporting } = await toCoordinating(road, 'G4', 'longTerm');
    await apply(road, 30);
    await factOf(road, 'ledgerApplied');
    let record = () => {};
    held = new Promise((resolve) => (record = resolve));
    const approve = { by: by('deputyLeader'), isApproved: true };
    const approval = entryOf(road).executeUpdate(messages.ruleLedgerUpdate, { args: [approve] });
    await work(road, supporting, lead);
    expect((await road.verify('fail')).state).toBe('COORDINATING');
    record();
    await approval;
    expect(await entryOf(road).result()).toMatchObject({ outcome: 'closedUnsolved' });
    await road.until(({ decisions }) => decisions().find(({ fact }) => fact.type === 'ledgerRefused'));
    // The lead works on it, and may apply again.
    const again = await until(() => road.tasks().find((one) => one.taskId === lead && one.after.round === 2));
    expect([await stateOf(road), again.after.state]).toEqual(['COORDINATING', 'IN_PROGRESS']);
  });

  it('[4.5 long-term matter] counts a missed milestone as a slip, and a second one more severely', async () => {
    const { road } = await running(40);
    await stage.env.sleep('120 days');
    const slips = await until(() => {
      const found = facts(road).flatMap(({ fact }) => (fact.type === 'milestoneSlipped' ? [fact.slips] : []));
      return found.length >= 2 ? found : undefined;
    });
    expect(slips.slice(0, 2)).toEqual([1, 2]);
    await report(road, 'm1');
    const done = facts(road).find(({ fact }) => fact.type === 'milestoneDone')!;
    expect(done.fact).toMatchObject({ onTime: false });
  });

  it('carries nothing over that nobody asked for, and rules on a request once', async () => {
    const { road } = await running(50);
    const rule = (proposedBy: string | null) => {
      const ruling = { by: by('groupLeader'), isApproved: false, milestones: [], proposedBy };
      return entryOf(road).executeUpdate(messages.carryOverUpdate, { args: [ruling] });
    };
    const refused = { cause: { type: 'wrongState' } };
    await expect(rule(null)).rejects.toMatchObject(refused);
    const asking = by('head');
    await entryOf(road).executeUpdate(messages.proposeCarryOverUpdate, { args: [{ by: asking, contentId: 'why' }] });
    const two = await Promise.allSettled([rule(asking.userId), rule(asking.userId)]);
    expect(two.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(rule(null)).rejects.toMatchObject(refused);
    expect(facts(road).filter(({ fact }) => fact.type === 'carryOverRefused')).toHaveLength(1);
  });

  it('[4.2 carryOver] is looked at each quarter, and carried over at the year’s end with new dates', async () => {
    const { road } = await running(50, 100, 150, 200, 250, 300, 350, 400, 450);
    let now = await stage.env.currentTimeMs();
    while (!isYearEnd(quarterEndAfter(now))) now = quarterEndAfter(now);
    await stage.env.sleep(quarterEndAfter(now) - (await stage.env.currentTimeMs()) + 60_000);
    const reviews = await until(() => {
      const found = facts(road).flatMap(({ fact }) => (fact.type === 'reviewDue' ? [fact.isYearEnd] : []));
      return found.at(-1) === true ? found : undefined;
    });
    expect(reviews.length).toBeGreaterThan(0);
    await until(async () => (await entryOf(road).query(messages.ledgerQuery)).state === 'RUNNING' || undefined);
    const at = await stage.env.currentTimeMs();
    const propose = { by: by('head'), contentId: 'why' };
    await entryOf(road).executeUpdate(messages.proposeCarryOverUpdate, { args: [propose] });
    await entryOf(road).executeUpdate(messages.carryOverUpdate, {
      args: [{ by: by('groupLeader'), isApproved: true, milestones: [{ milestoneId: 'n1', dueAt: at + 50 * DAY_MS }] }],
    });
    const states = await until(() => {
      const found = road.decisions().map(({ after }) => after.state);
      return found.includes('CARRIED_OVER') && found.at(-1) === 'LEDGERED' ? found : undefined;
    });
    expect(states.slice(-2)).toEqual(['CARRIED_OVER', 'LEDGERED']);
    await report(road, 'n1');
    await toState(road, 'VERIFYING');
    expect(facts(road).map(({ version }) => version)).toEqual(facts(road).map((_one, index) => index + 1));
  });
});
