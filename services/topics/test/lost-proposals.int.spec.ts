import { proposalWorkflowId } from '@hsl/contracts/workflow-ids';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { eventOf } from '@hsl/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RulesConsumer } from '../src/rules/rules.consumer.js';
import { ProposalDesk, UNITS } from './proposal-desk.js';
import { Reconciling } from './reconciling.js';
import { eventually, TopicsService } from './topics-service.js';

const MINUTE_MS = 60_000;
const TEXT = { text: '属地设施由区级部门管理。' };
const RUNGS = ['reminder', 'yellowCard', 'redCard', 'superviseOrder', 'interview', 'escalatedSupervision'];

describe('the reconciliation of proposals with their workflows', () => {
  let topics: TopicsService;
  let desk: ProposalDesk;
  let reconciling: Reconciling;
  beforeAll(async () => {
    topics = await TopicsService.start(['postgres', 'temporal']);
    desk = await ProposalDesk.open(topics);
    reconciling = new Reconciling(topics);
  }, 2 * MINUTE_MS);
  afterAll(() => topics?.stop(), MINUTE_MS);

  const rowOf = async (id: string) => (await topics.rows('SELECT * FROM proposal WHERE id = $1', id))[0]!;
  const historyOf = (id: string) =>
    topics.rows('SELECT version, kind, at, details FROM timeline_entry WHERE aggregate_id = $1 ORDER BY position', id);
  const onRecord = async (id: string) => ({ row: await rowOf(id), history: await historyOf(id) });
  const about = (id: string) => ({ process: { kind: 'proposal', id } });

  it(
    'finds nothing where each runs where its row says, nor in one that has ended',
    async () => {
      const [, withdrawn] = [await desk.assigned(), await desk.submitted()];
      await desk.take(desk.author, withdrawn, 'withdrawal');
      await eventually(
        () => reconciling.statusOf(proposalWorkflowId(withdrawn)),
        (status) => status === 'COMPLETED',
      );
      expect(await reconciling.reconcile()).toMatchObject({ checked: 1, findings: [] });
    },
    MINUTE_MS,
  );

  it(
    'begins one again that was terminated; nothing is done twice, and it goes its way to the end',
    async () => {
      const id = await desk.assigned();
      const before = await onRecord(id);
      await reconciling.terminate(proposalWorkflowId(id));
      const found = (await reconciling.findings()).get(id)!;
      expect(found).toEqual({
        ...{ ...about(id), kind: 'closed', isRepaired: true },
        row: { state: 'ASSIGNED', version: before.row['version'] },
      });
      expect(await reconciling.findings()).toEqual(new Map());
      expect(await onRecord(id)).toEqual(before);
      await desk.take(desk.supporting, id, 'opinion', TEXT);
      await desk.take(desk.lead, id, 'meeting', TEXT);
      const met = await desk.take(desk.author, id, 'meeting-confirmation');
      expect(new Date(met.dueAt)).toEqual(before.row['due_at']);
      await desk.take(desk.lead, id, 'reply', { replyClass: 'A', ...TEXT });
      await desk.take(desk.author, id, 'rating', { rating: 'satisfied' });
      await desk.take(desk.liaison, id, 'closing');
      const result = reconciling.temporal.workflow.getHandle(proposalWorkflowId(id)).result();
      expect(await result).toEqual({ state: 'CLOSED', replyClass: 'A', rating: 'satisfied' });
      const versions = (await historyOf(id)).map(({ version }) => version);
      expect(versions).toEqual(versions.map((_one, index) => index + 1));
    },
    MINUTE_MS,
  );

  it(
    'begins one again whose history the server has forgotten; it still knows who has returned it',
    async () => {
      const id = await desk.assigned();
      await desk.take(desk.lead, id, 'return-request', TEXT);
      const before = await onRecord(id);
      await reconciling.forget(proposalWorkflowId(id));
      const found = (await reconciling.findings()).get(id);
      expect(found).toMatchObject({ ...about(id), kind: 'neverStarted', isRepaired: true });
      expect(await onRecord(id)).toEqual(before);
      await desk.take(desk.deputyLeader, id, 'return-ruling', { isUpheld: true, ...TEXT });
      await desk.take(desk.liaison, id, 'assignment', UNITS);
      const again = await desk.lead.post(`/api/proposals/${id}/return-request`, TEXT);
      expect(again).toMatchObject({ status: 409, body: { code: 'returnNotAllowed', state: 'ASSIGNED' } });
    },
    MINUTE_MS,
  );

  it(
    'only reports one whose rules are unknown and one that stands elsewhere, until their records are mended',
    async () => {
      const [lost, astray] = [await desk.submitted(), await desk.submitted()];
      await reconciling.terminate(proposalWorkflowId(lost));
      await topics.rows('UPDATE proposal SET rule_set_version = 99 WHERE id = $1', lost);
      await topics.rows('UPDATE proposal SET version = 5 WHERE id = $1', astray);
      const before = [await onRecord(lost), await onRecord(astray)];
      const found = await reconciling.findings();
      expect(found.get(lost)).toMatchObject({ kind: 'closed', isRepaired: false });
      expect(found.get(astray)).toMatchObject({ kind: 'differs', isRepaired: false, workflow: { version: 1 } });
      expect(await reconciling.statusOf(proposalWorkflowId(lost))).toBe('TERMINATED');
      expect([await onRecord(lost), await onRecord(astray)]).toEqual(before);
      await topics.rows('UPDATE proposal SET rule_set_version = 1 WHERE id = $1', lost);
      await topics.rows('UPDATE proposal SET version = 1 WHERE id = $1', astray);
      const mended = await reconciling.findings();
      expect([...mended.values()]).toMatchObject([{ ...about(lost), isRepaired: true }]);
      await desk.take(desk.deputyLeader, lost, 'filing', { isFiled: true });
    },
    MINUTE_MS,
  );

  it(
    'leaves one alone that is being taken over from before, and one whose process has gone its way to the end',
    async () => {
      const [past, restored] = [await desk.submitted(), await desk.submitted()];
      const before = [await onRecord(past), await onRecord(restored)];
      await reconciling.forget(proposalWorkflowId(past));
      // Any process of that name will do: it is not asked.
      const takingOver = await reconciling.temporal.workflow.start('submissionWorkflow', {
        ...{ workflowId: `past/${past}`, taskQueue: 'nobody works here', args: [] },
      });
      await desk.take(desk.author, restored, 'withdrawal');
      await topics.rows(`UPDATE proposal SET state = 'SUBMITTED' WHERE id = $1`, restored);
      await reconciling.temporal.workflow.getHandle(proposalWorkflowId(restored)).result();
      const found = await reconciling.findings();
      expect(found.get(past)).toMatchObject({ kind: 'neverStarted', isRepaired: false });
      expect(found.get(restored)).toMatchObject({ kind: 'closed', isRepaired: false });
      expect(await onRecord(past)).toEqual(before[0]);
      await takingOver.terminate();
      for (const id of [past, restored]) await topics.rows(`UPDATE proposal SET state = 'CLOSED' WHERE id = $1`, id);
    },
    MINUTE_MS,
  );

  it(
    'keeps every deadline of a lost one: what came due meanwhile and what comes due later rings once and in order',
    async () => {
      const { proposals } = DEFAULT_RULE_SET;
      // The days of the filing and its whole ladder pass in half a minute.
      const rules = { ruleSetVersion: 2, effectiveFrom: 0, timeScale: 70_000, proposals: { ...proposals } };
      await topics.app.get(RulesConsumer).onPublished(eventOf('ruleSet.published.v1', rules));
      const id = await desk.submitted();
      const { due_at: dueAt, deadlines } = await rowOf(id);
      const { rungs } = (deadlines as { rungs: { at: number }[] }[])[0]!;
      await reconciling.forget(proposalWorkflowId(id));
      expect((await reconciling.findings()).get(id)).toMatchObject({ isRepaired: true });
      const rung = await eventually(
        async () => (await historyOf(id)).filter(({ kind }) => RUNGS.includes(kind as string)),
        ({ length }) => length === RUNGS.length,
        MINUTE_MS,
      );
      expect(rung.map(({ kind }) => kind)).toEqual(RUNGS);
      expect(rung.map(({ version }) => version)).toEqual([2, 3, 4, 5, 6, 7]);
      expect(rung.map(({ details }) => (details as { dueAt: number }).dueAt)).toEqual(
        RUNGS.map(() => (dueAt as Date).getTime()),
      );
      rung.forEach(({ at }, index) => expect((at as Date).getTime()).toBeGreaterThanOrEqual(rungs[index]!.at));
      await desk.take(desk.deputyLeader, id, 'filing', { isFiled: false, text: '另案办理。' });
      const result = reconciling.temporal.workflow.getHandle(proposalWorkflowId(id)).result();
      expect(await result).toMatchObject({ state: 'NOT_FILED' });
    },
    2 * MINUTE_MS,
  );
});
