import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { RateTask, TaskRating } from '@hsl/contracts/schemas/task-ratings';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { TaskReader } from '../tasks/task-reader.js';
import type { TaskRow } from '../tasks/task.repository.js';
import { RatingsRepository } from './ratings.repository.js';

/** The community that blew the whistle says how each department worked; it enters the department's score (I21). */
@Injectable()
export class RatingsService {
  constructor(
    private readonly reader: TaskReader,
    private readonly ratings: RatingsRepository,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, roleNotAllowed, wrongState with the state before the department has fed back */
  async rate(actor: Actor, taskId: string, { score }: RateTask): Promise<TaskRating> {
    const { task, grant } = await this.reader.get(
      actor,
      taskId,
      () => 'departmentTask.rate',
      (row) => ({ state: row.state }),
    );
    await this.ratings.keep(task, score, actorRefOf(actor, grant.role), this.clock.now());
    this.relay.kick();
    return this.of(task);
  }

  /** @throws ProblemError notFound, also where nobody has rated yet; roleNotAllowed */
  async get(actor: Actor, taskId: string): Promise<TaskRating> {
    return this.of((await this.reader.get(actor, taskId, () => 'departmentTask.read')).task);
  }

  private async of(task: TaskRow): Promise<TaskRating> {
    const row = await this.ratings.find(task);
    if (!row) throw new ProblemError('notFound');
    const { score } = row.body as unknown as RateTask;
    return { score, role: row.createdRole, ratedAt: row.createdAt.toISOString() };
  }
}
