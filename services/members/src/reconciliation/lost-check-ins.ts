import type { Finding } from '@hsl/contracts/reconciliation';
import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { LostProcesses } from '@hsl/temporal/lost-processes';
import type { OpenRowOfMatter } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { CheckInInput } from '@hsl/workflows/check-in/check-in.messages';
import { Injectable } from '@nestjs/common';

/** A check-in that waits for answers, as its row has it. */
export interface OpenCheckIn extends OpenRowOfMatter {
  /** When the members were asked. */
  startedAt: Date;
}

/** Nothing but the asking is on record: a process that begins again finds that decision and whom it asked. */
const ONLY_ASKED = 1;

/**
 * Begins check-ins again whose process is gone while members owe an answer. Safe where nothing was decided but whom to ask:
 * the same decision is found on record, the same members wait by the same clock. What was answered, missed or asked
 * after that is in the lost history alone; such a one is left to a person.
 */
@Injectable()
export class LostCheckIns {
  private readonly lost: LostProcesses;

  constructor(temporal: TemporalClient) {
    this.lost = new LostProcesses(temporal);
  }

  /** @returns whether it runs again; not if its matter has ended, or the server has forgotten under which terms it ran */
  async beginAgain({ whistleId, workflowId, version, startedAt }: OpenCheckIn, { kind }: Finding): Promise<boolean> {
    if (kind !== 'closed' || version !== ONLY_ASKED) return false;
    if ((await this.lost.matter(whistleId)).status !== 'running') return false;
    const input = await this.lost.inputOf<CheckInInput>(workflowId);
    if (!input) return false;
    const again: CheckInInput = { ...input, askedAt: startedAt.getTime() };
    return this.lost.begin('checkInWorkflow', { workflowId, taskQueue: TASK_QUEUES.members, args: [again] });
  }
}
