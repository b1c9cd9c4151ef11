import { randomUUID } from 'node:crypto';
import type { TaskRole } from '@hsl/contracts/states';
import { TASK_QUEUES, taskWorkflowId } from '@hsl/contracts/workflow-ids';
import { CHINA_CALENDAR } from '@hsl/domain/calendar-china';
import type { Limit } from '@hsl/domain/limit';
import { termsFor, type MatterTerms } from '@hsl/domain/matter-terms';
import { DEFAULT_RULE_SET } from '@hsl/domain/rule-set';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { DepartmentTaskInput } from '@hsl/workflows/department-task/department-task.messages';
import { eventually, type DepartmentsService } from './departments-service.js';

export interface DispatchedWhistle {
  whistleId: string;
  /** Ids of the tasks by the department's code in small letters. */
  tasks: Record<string, string>;
}

/** What an ordinary matter (G3) is accepted under, with another limit for the acknowledgement or another pace. */
export function termsWith(changes: { acknowledge?: Limit; timeScale?: number } = {}): MatterTerms {
  const terms = termsFor({ version: 1, content: DEFAULT_RULE_SET }, 'G3', CHINA_CALENDAR);
  const { acknowledge = terms.limits.acknowledge, timeScale = terms.timeScale } = changes;
  return { ...terms, timeScale, limits: { ...terms.limits, acknowledge } };
}

/** The first unit leads, the others support; the workflows of their tasks run, as the whistle's would have started them. */
export async function dispatch(
  service: DepartmentsService,
  codes: readonly string[],
  terms: MatterTerms = termsWith(),
): Promise<DispatchedWhistle> {
  const whistleId = randomUUID();
  const tasks: Record<string, string> = {};
  for (const [index, code] of codes.entries()) {
    tasks[code] = randomUUID();
    await startRound(service, {
      ...{ taskId: tasks[code], whistleId, number: 'ZX-2026-000123', subdistrictId: 'zx', communityId: 'ZX01' },
      ...{ categoryCode: 'C1', grade: 'G3', level: 'blue', tried: [], falseFeedback: false },
      ...{ departmentId: departmentIdOf(code), role: roleOf(index), round: 1, version: 0 },
      ...{ dispatchedAt: Date.now(), feedbackLimit: terms.limits.feedback, terms },
    });
  }
  return { whistleId, tasks };
}

/** A rework of the lead: another run of the same workflow id, continuing the version of the row. */
export async function rework(service: DepartmentsService, { whistleId, tasks }: DispatchedWhistle, code: string) {
  const terms = termsWith();
  const [row] = await service.rows('SELECT version, round FROM department_task WHERE id = $1', tasks[code]);
  await startRound(service, {
    ...{ taskId: tasks[code]!, whistleId, number: 'ZX-2026-000123', subdistrictId: 'zx', communityId: 'ZX01' },
    ...{ categoryCode: 'C1', grade: 'G3', level: 'blue', tried: [], falseFeedback: false },
    ...{ departmentId: departmentIdOf(code), role: 'lead', dispatchedAt: Date.now(), terms },
    ...{ feedbackLimit: terms.limits.feedback, round: Number(row!['round']) + 1, version: Number(row!['version']) },
  });
}

async function startRound(service: DepartmentsService, input: DepartmentTaskInput): Promise<void> {
  await service.app.get(TemporalClient).workflow.start('departmentTaskWorkflow', {
    workflowId: taskWorkflowId(input.whistleId, input.taskId),
    taskQueue: TASK_QUEUES.departments,
    args: [input],
  });
  const recorded = () => service.rows('SELECT round FROM department_task WHERE id = $1', input.taskId);
  await eventually(recorded, ([row]) => row?.['round'] === input.round);
}

const roleOf = (index: number): TaskRole => (index === 0 ? 'lead' : 'supporting');
const departmentIdOf = (code: string): string => `zx-${code}`.toUpperCase();
