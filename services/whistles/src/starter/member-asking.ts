import { checkInWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import type { CheckInInput } from '@hsl/workflows/check-in/check-in.messages';
import type { AskingActivities } from '@hsl/workflows/whistle/asking.activities';
import { Injectable } from '@nestjs/common';
import { WorkflowLauncher } from './workflow-launcher.js';

/** Begins the check-in beside a matter: as its child it cost the matter the events of its start and of its end. */
@Injectable()
export class MemberAsking implements AskingActivities {
  constructor(private readonly launcher: WorkflowLauncher) {}

  async askMembers(checkIn: CheckInInput): Promise<void> {
    const workflowId = checkInWorkflowId(checkIn.whistleId);
    await this.launcher.start('checkInWorkflow', { workflowId, taskQueue: TASK_QUEUES.members, args: [checkIn] });
  }
}
