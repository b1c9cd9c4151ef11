import type { TaskState } from '@hsl/contracts/states';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import type { Compared, Comparison } from '@hsl/temporal/reconciled-parts';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import { TaskCensusRepository } from './task-census.repository.js';

/** States in which somebody owes something in the round, so that its workflow runs. */
export const OPEN: TaskState[] = ['DISPATCHED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'RETURN_REQUESTED', 'DISPUTED'];

/** Tasks per event: some ten kilobytes. */
const PAGE = 100;
const DAY_MS = 86_400_000;
/** An end that no census has told by then would never be: the daily one may fail for some days. */
const LATELY_MS = 7 * DAY_MS;
/** What was just decided is on its way to the projections by itself. */
const QUIET_MS = 10 * 60_000;

/** Tells the projections how tasks stand, so that one that missed an event finds out (domain 4.6). */
@Injectable()
export class TaskCensus implements Comparison {
  constructor(
    @Inject(TenantDatabase) private readonly database: DepartmentsDatabase,
    private readonly repository: TaskCensusRepository,
    private readonly clock: Clock,
    private readonly relay: OutboxRelay,
  ) {}

  /** One page of open and lately decided tasks. Told twice it says the same. */
  async compare(subdistrictId: string, after: string | undefined): Promise<Compared> {
    const now = this.clock.now();
    const [since, quiet] = [new Date(now - LATELY_MS), new Date(now - QUIET_MS)];
    const tasks = await this.repository.counted(subdistrictId, { open: OPEN, since, quiet, after, limit: PAGE });
    if (tasks.length > 0) {
      const event = { type: 'task.census.v1', subject: `census/${subdistrictId}`, data: { tasks } };
      const context = { source: 'departments', subdistrictId, at: now, sequence: now };
      await announce(this.database.pool(subdistrictId), [envelopeOf(event as never, context)]);
      this.relay.kick();
    }
    return { checked: 0, findings: [], after: tasks.length < PAGE ? undefined : tasks.at(-1)?.taskId };
  }
}
