import type { Finding } from '@hsl/contracts/reconciliation';
import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { LostProcesses } from '@hsl/temporal/lost-processes';
import type { OpenRowOfMatter } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { DepartmentTaskInput } from '@hsl/workflows/department-task/department-task.messages';
import { processQuery } from '@hsl/workflows/whistle/whistle.messages';
import { Injectable } from '@nestjs/common';

/**
 * Begins rounds of tasks again whose process is gone while the department owes something. Safe where nothing was decided in
 * the round but that it begins: the same decision is found on record, and both clocks run from the same dispatch. What was
 * acknowledged, asked for or rung after that is in the lost history alone; such a one is left to a person.
 */
@Injectable()
export class LostTasks {
  private readonly lost: LostProcesses;

  constructor(temporal: TemporalClient) {
    this.lost = new LostProcesses(temporal);
  }

  /** @returns whether it runs again; not if its matter no longer waits for departments, or the server has forgotten it */
  async beginAgain({ whistleId, workflowId, version }: OpenRowOfMatter, { kind }: Finding): Promise<boolean> {
    if (kind !== 'closed') return false;
    const input = await this.lost.inputOf<DepartmentTaskInput>(workflowId);
    if (!input || !hasOnlyBegun(input, version)) return false;
    const matter = await this.lost.matter(whistleId, processQuery.name);
    if (matter.status !== 'running' || matter.view?.state !== 'COORDINATING') return false;
    const again: DepartmentTaskInput = { ...input, isBegunAgain: true };
    return this.lost.begin('departmentTaskWorkflow', { workflowId, taskQueue: TASK_QUEUES.departments, args: [again] });
  }
}

/** A round after a false feedback begins with an order that would be issued a second time, under another id. */
const hasOnlyBegun = (input: DepartmentTaskInput, version: number): boolean =>
  version === input.version + 1 && !input.falseFeedback;
