import { randomUUID } from 'node:crypto';
import { sessionWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { sessionQuery } from '@hsl/workflows/deliberation/deliberation.messages';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reconciling } from './reconciling.js';
import { MINUTE_MS, SessionDesk } from './session-desk.js';
import { eventually, TopicsService } from './topics-service.js';

describe('the reconciliation of sessions with their workflows', () => {
  let topics: TopicsService;
  let desk: SessionDesk;
  let temporal: TemporalClient;
  let reconciling: Reconciling;
  beforeAll(async () => {
    topics = await TopicsService.start(['postgres', 'temporal']);
    for (const id of ['ZX01', 'ZX02']) await topics.know(id, id);
    desk = new SessionDesk(topics);
    temporal = topics.app.get(TemporalClient);
    reconciling = new Reconciling(topics);
  }, 2 * MINUTE_MS);
  afterAll(() => topics?.stop(), MINUTE_MS);

  const rowOf = async (id: string) => (await topics.rows('SELECT * FROM session WHERE id = $1', id))[0]!;

  it(
    'is made daily, for every subdistrict',
    async () => {
      const { spec, action } = await eventually(
        async () => temporal.schedule.getHandle('reconciliation/topics').describe(),
        ({ spec: { calendars } }) => calendars?.length === 1,
      );
      expect(spec.calendars).toMatchObject([{ hour: [{ start: 3, end: 3 }] }]);
      expect(action).toMatchObject({ workflowType: 'reconciliationWorkflow', taskQueue: 'topics' });
      const handle = await temporal.workflow.start('reconciliationWorkflow', {
        ...{ workflowId: `reconciliation/${randomUUID()}`, taskQueue: TASK_QUEUES.topics, args: [{ owner: 'topics' }] },
      });
      const subdistricts = await eventually(
        async () => {
          const { events } = await handle.fetchHistory();
          const data = events?.find(({ activityTaskCompletedEventAttributes: done }) => done)
            ?.activityTaskCompletedEventAttributes?.result?.payloads?.[0]?.data;
          return data ? (JSON.parse(Buffer.from(data).toString()) as string[]) : undefined;
        },
        (seen) => seen !== undefined,
      );
      await handle.terminate();
      expect(subdistricts).toEqual(['ys', 'zx']);
    },
    MINUTE_MS,
  );

  it(
    'finds nothing where each runs where its row says, and looks at none that has no process',
    async () => {
      await Promise.all([desk.onMatter(), desk.onMatter('dissatisfied'), desk.thematic()]);
      expect(await reconciling.reconcile()).toMatchObject({
        owner: 'topics',
        subdistrictId: 'zx',
        checked: 2,
        findings: [],
      });
    },
    MINUTE_MS,
  );

  it(
    'reports one whose matter does not wait for it and one that stands elsewhere, and touches neither',
    async () => {
      const [lost, astray] = [await desk.onMatter(), await desk.onMatter()];
      await temporal.workflow.getHandle(sessionWorkflowId(lost)).terminate('by hand');
      await topics.rows('UPDATE session SET version = 5 WHERE id = $1', astray);
      const before = [await rowOf(lost), await rowOf(astray)];
      const report = await reconciling.reconcile();
      expect(report).toMatchObject({ checked: 4, repaired: 0, reported: 2 });
      const about = (id: string, row: Record<string, unknown>) => ({
        ...{ whistleId: row['whistle_id'], process: { kind: 'session', id }, isRepaired: false },
        row: { state: 'CONVENED', version: row['version'] },
      });
      const byId = new Map(report.findings.map((one) => [one.process?.id, one]));
      expect(byId.get(lost)).toEqual({ ...about(lost, before[0]!), kind: 'closed' });
      const workflow = { state: 'CONVENED', version: 1 };
      expect(byId.get(astray)).toEqual({ ...about(astray, before[1]!), kind: 'differs', workflow });
      expect([await rowOf(lost), await rowOf(astray)]).toEqual(before);
      const { status } = await temporal.workflow.getHandle(sessionWorkflowId(lost)).describe();
      expect(status.name).toBe('TERMINATED');
      expect((await temporal.workflow.getHandle(sessionWorkflowId(astray)).query(sessionQuery)).version).toBe(1);
    },
    MINUTE_MS,
  );
});
