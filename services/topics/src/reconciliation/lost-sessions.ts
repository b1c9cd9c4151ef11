import type { Finding } from '@hsl/contracts/reconciliation';
import type { WhistleState } from '@hsl/contracts/states';
import type { Deadline } from '@hsl/contracts/steps';
import { sessionWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { LostProcesses } from '@hsl/temporal/lost-processes';
import type { OpenRowOfMatter } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { DeliberationInput, SessionResumed } from '@hsl/workflows/deliberation/deliberation.messages';
import { processQuery } from '@hsl/workflows/whistle/whistle.messages';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Session } from '../generated/prisma/client.js';

/** A session on a matter that is still to be held, as its row has it. */
export interface OpenSession extends OpenRowOfMatter, Pick<Session, 'subdistrictId' | 'round' | 'deadlines'> {}

/**
 * Begins sessions again whose process is gone before they were held. Safe while the calendar is the one they were convened
 * under: round, clock and rungs stand in the row. A newer calendar was in the lost history alone, and a second session
 * would be planned without it; such a one is left to a person.
 */
@Injectable()
export class LostSessions {
  private readonly lost: LostProcesses;

  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    temporal: TemporalClient,
  ) {
    this.lost = new LostProcesses(temporal);
  }

  /** @returns whether it runs again; not if its matter does not wait for it, or the server has forgotten the terms */
  async beginAgain(row: OpenSession, { kind }: Finding): Promise<boolean> {
    if (kind !== 'closed' || (await this.hasNewCalendar(row))) return false;
    const resumed = resumedOf(row);
    const input = resumed && (await this.lost.inputOf<DeliberationInput>(row.workflowId));
    return input !== undefined && (await this.isAwaited(input)) && (await this.begin({ ...input, resumed }));
  }

  /** What one was convened with that broke off and was not begun again. */
  async brokenInput(workflowId: string): Promise<DeliberationInput | undefined> {
    if (!(await this.lost.isGone(workflowId))) return undefined;
    return this.lost.inputOf<DeliberationInput>(workflowId);
  }

  /** Whether its matter waits for what it comes to. */
  async isAwaited({ whistleId, purpose }: DeliberationInput): Promise<boolean> {
    const matter = await this.lost.matter(whistleId, processQuery.name);
    const awaited: WhistleState = purpose === 'dispatch' ? 'DELIBERATING' : 'COORDINATING';
    return matter.status === 'running' && matter.view?.state === awaited;
  }

  /** Under the id of the lost process, no child of its matter any more. @returns false if somebody else was faster */
  begin(input: DeliberationInput): Promise<boolean> {
    const workflowId = sessionWorkflowId(input.sessionId);
    const args: [DeliberationInput] = [{ ...input, isBegunAgain: true }];
    return this.lost.begin('deliberationWorkflow', { workflowId, taskQueue: TASK_QUEUES.topics, args });
  }

  private async hasNewCalendar({ id, subdistrictId }: OpenSession): Promise<boolean> {
    const told = { aggregateId: id, kind: 'calendarLoaded' };
    return (await this.database.forTenant(subdistrictId).timelineEntry.count({ where: told })) > 0;
  }
}

/** Where it goes on; undefined where no clock stands in the row. */
export function resumedOf({ version, round, deadlines }: OpenSession): SessionResumed | undefined {
  const clock = (deadlines as unknown as Deadline[]).find(({ step }) => step === 'deliberate');
  if (!clock) return undefined;
  const fired = clock.rungs?.filter((rung) => rung.fired).length ?? 0;
  return { version, round: roundOf(round), since: clock.startedAt, fired };
}

/** @param round as a row has it */
export const roundOf = (round: number): 1 | 2 => (round === 2 ? 2 : 1);
