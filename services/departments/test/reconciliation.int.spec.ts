import type { TaskFact } from '@hsl/contracts/events/task-events';
import { taskWorkflowId } from '@hsl/contracts/workflow-ids';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import { reconcile } from '@hsl/testing/reconcile';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DepartmentsService } from './departments-service.js';
import { dispatch } from './dispatched-whistle.js';

describe('the reconciliation of tasks with their workflows', () => {
  let service: DepartmentsService;
  let temporal: TemporalClient;
  beforeAll(async () => {
    service = await DepartmentsService.start(['postgres', 'temporal']);
    temporal = service.app.get(TemporalClient);
  }, 120_000);
  afterAll(() => service.stop(), 60_000);

  it('finds nothing where each open task runs where its row says', async () => {
    const { tasks } = await dispatch(service, ['cgj', 'xfd']);
    const path = `/api/department-tasks/${tasks['cgj']}/acknowledgement`;
    expect((await service.person('handler', 'cgj').post(path, {})).status).toBe(200);
    expect(await reconcile(temporal, 'departments')).toMatchObject({
      owner: 'departments',
      subdistrictId: 'zx',
      checked: 2,
      findings: [],
    });
  }, 60_000);

  it('reports one whose workflow has ended and one that stands elsewhere, and touches neither', async () => {
    const { tasks, whistleId } = await dispatch(service, ['cgj', 'xfd']);
    const [lost, astray] = [tasks['cgj']!, tasks['xfd']!];
    await temporal.workflow.getHandle(taskWorkflowId(whistleId, lost)).terminate('by hand');
    await service.rows('UPDATE department_task SET version = 5 WHERE id = $1', astray);
    const report = await reconcile(temporal, 'departments');
    expect(report).toMatchObject({ checked: 4, repaired: 0, reported: 2 });
    const about = (id: string, version: number) => ({
      ...{ whistleId, process: { kind: 'task', id }, isRepaired: false, row: { state: 'DISPATCHED', version } },
    });
    const byId = new Map(report.findings.map((one) => [one.process?.id, one]));
    expect(byId.get(lost)).toEqual({ ...about(lost, 1), kind: 'closed' });
    const workflow = { state: 'DISPATCHED', version: 1 };
    expect(byId.get(astray)).toEqual({ ...about(astray, 5), kind: 'differs', workflow });
    expect(await service.rows('SELECT version FROM department_task WHERE id = $1', astray)).toEqual([{ version: 5 }]);
  }, 60_000);

  it('tells the projections how open and lately ended tasks stand, what was decided just now left out', async () => {
    const [{ tasks: one, whistleId }, { tasks: other }] = [
      await dispatch(service, ['cgj', 'xfd']),
      await dispatch(service, ['cgj', 'xfd']),
    ];
    const [open, ended, old, fresh] = [one['cgj']!, one['xfd']!, other['cgj']!, other['xfd']!];
    const decided = async (id: string, state: string, ago: string) => {
      await service.rows('UPDATE department_task SET state = $2 WHERE id = $1', id, state);
      await service.rows('UPDATE timeline_entry SET at = now() - $2::interval WHERE aggregate_id = $1', id, ago);
    };
    await decided(open, 'DISPATCHED', '100 days');
    await decided(ended, 'CANCELLED', '6 days');
    await decided(old, 'CANCELLED', '8 days');
    await service.rows('DELETE FROM outbox_event');
    await reconcile(temporal, 'departments');
    const rows = await service.rows(
      `SELECT task, envelope ->> 'source' AS source FROM outbox_event, json_array_elements(envelope #> '{data,tasks}') task
       WHERE envelope ->> 'type' = 'task.census.v1'`,
    );
    const told = new Map(rows.map(({ task }) => [(task as TaskFact).taskId, task as TaskFact]));
    expect([open, ended, old, fresh].map((id) => told.has(id))).toEqual([true, true, false, false]);
    const [row] = await service.rows('SELECT * FROM department_task WHERE id = $1', open);
    expect(told.get(open)).toMatchObject({
      ...{ whistleId, state: 'DISPATCHED', departmentId: 'ZX-CGJ', role: row!['role'], round: 1, version: 1 },
      ...{
        number: row!['number'],
        nextRung: row!['next_rung'],
        feedbackDueAt: (row!['feedback_due_at'] as Date).getTime(),
      },
    });
    expect(told.get(ended)).toMatchObject({ state: 'CANCELLED' });
  }, 60_000);
});
