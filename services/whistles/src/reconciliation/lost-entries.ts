import type { Finding } from '@hsl/contracts/reconciliation';
import type { MilestoneState } from '@hsl/contracts/states';
import type { Deadline } from '@hsl/contracts/steps';
import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { LostProcesses } from '@hsl/temporal/lost-processes';
import type { OpenRowOfMatter } from '@hsl/temporal/open-rows';
import { TemporalClient } from '@hsl/temporal/temporal-client';
import type { LedgerInput } from '@hsl/workflows/ledger/ledger.messages';
import { processQuery } from '@hsl/workflows/whistle/whistle.messages';
import { Injectable } from '@nestjs/common';
import type { LedgerEntry, Milestone } from '../generated/prisma/client.js';

/** An entry that waits for its approval or runs, as its row has it. */
export interface OpenEntry extends OpenRowOfMatter, Pick<LedgerEntry, 'proposedBy' | 'deadlines'> {
  milestones: Pick<Milestone, 'id' | 'dueAt' | 'state' | 'slips'>[];
}

/** Nothing but the application is on record, or what the group leader chose in its stead. */
const ONLY_BEGUN = 1;

/**
 * Begins entries of the ledger again whose process is gone. Safe where nothing was decided but that it begins, and where it
 * runs: its milestones and whoever asked for carrying over stand in the row, and the quarters are found from the day. Which
 * rungs an approval or a carrying over had climbed is in the lost history alone; such a one is left to a person.
 */
@Injectable()
export class LostEntries {
  private readonly lost: LostProcesses;

  constructor(temporal: TemporalClient) {
    this.lost = new LostProcesses(temporal);
  }

  /** @returns whether it runs again; not if its matter does not wait for it, or the server has forgotten the terms */
  async beginAgain(row: OpenEntry, { kind }: Finding): Promise<boolean> {
    if (kind !== 'closed') return false;
    const input = await this.lost.inputOf<LedgerInput>(row.workflowId);
    const again = input && againOf(row, input);
    if (!again) return false;
    const matter = await this.lost.matter(row.whistleId, processQuery.name);
    const awaited = row.state === 'APPLIED' ? 'COORDINATING' : 'LEDGERED';
    if (matter.status !== 'running' || matter.view?.state !== awaited) return false;
    const options = { workflowId: row.workflowId, taskQueue: TASK_QUEUES.whistles, args: [again] };
    return this.lost.begin('ledgerWorkflow', options);
  }
}

/** What it is begun with again; undefined where the row does not say enough. */
export function againOf(row: OpenEntry, input: LedgerInput): LedgerInput | undefined {
  const isBegunAgain = true;
  if (row.version === ONLY_BEGUN) return { ...input, isBegunAgain };
  const isOwed = (row.deadlines as unknown as Deadline[]).some(({ step }) => step === 'carryOver');
  const isOver = row.milestones.every(({ state }) => state === 'DONE');
  if (row.state !== 'RUNNING' || isOwed || isOver) return undefined;
  const milestones = row.milestones.map(({ id: milestoneId, dueAt, state, slips }) => ({
    ...{ milestoneId, dueAt: dueAt.getTime(), state: state as MilestoneState, slips },
  }));
  return {
    ...{ ...input, isBegunAgain },
    resumed: { version: row.version, milestones, proposedBy: row.proposedBy ?? undefined },
  };
}
