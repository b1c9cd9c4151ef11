import type { ActorRef } from '@hsl/contracts/roles';
import { checkInWorkflowId } from '@hsl/contracts/workflow-ids';
import { UpdateSender } from '@hsl/temporal/update-sender';
import { declineUpdate } from '@hsl/workflows/check-in/check-in.messages';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type MembersDatabase } from '../database.js';

const REASONS = { left: 'other', absent: 'absence' } as const;

export interface Passing {
  memberId: string;
  by: ActorRef;
  why: keyof typeof REASONS;
}

/** Requests that wait for a member who cannot answer (domain 4.5). */
@Injectable()
export class OpenRequests {
  constructor(
    @Inject(TenantDatabase) private readonly database: MembersDatabase,
    private readonly updates: UpdateSender,
  ) {}

  /**
   * Each goes to the next member at once; what was done stays on record. Safe to repeat.
   * @returns how many went on
   * @throws ProblemError temporalUnavailable; those passed on before stay so
   */
  async passOn(subdistrictId: string, { memberId, by, why }: Passing): Promise<number> {
    const waiting = await this.database
      .forTenant(subdistrictId)
      .checkIn.findMany({ where: { memberId, state: 'REQUESTED' }, take: 500 });
    for (const { id: checkInId, whistleId } of waiting) {
      const options = { updateId: `${why}/${checkInId}`, notFound: 'alreadyAnswered' } as const;
      const command = { by, checkInId, reasonCode: REASONS[why] };
      await this.updates.execute(checkInWorkflowId(whistleId), declineUpdate, command, options);
    }
    return waiting.length;
  }
}
