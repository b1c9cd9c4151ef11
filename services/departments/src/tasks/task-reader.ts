import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Facts, Grant } from '@hsl/access/target';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { relationsOf, targetOf } from './task-rights.js';
import { TaskRepository, type Surroundings, type TaskRow } from './task.repository.js';

/** A task somebody may act on or read, with what surrounds it and the right it was reached by. */
export interface ReachedTask {
  task: TaskRow;
  around: Surroundings;
  grant: Grant;
}

/** Finds a task for somebody who wants to see it or act on it. */
@Injectable()
export class TaskReader {
  constructor(
    private readonly tasks: TaskRepository,
    private readonly access: AccessService,
  ) {}

  /**
   * @param actionOf the right needed, which may depend on the task
   * @param factsOf duties and moments beyond the relations every task has
   * @throws ProblemError notFound for an unknown task and for one the actor may not know of, alike; then as the table of
   *   rights says, a wrong moment with the state the task is in
   */
  async get(
    actor: Actor,
    id: string,
    actionOf: (task: TaskRow) => string,
    factsOf: (task: TaskRow, around: Surroundings) => Facts = () => ({}),
  ): Promise<ReachedTask> {
    const task = await this.tasks.find(actor.subdistrictId, id);
    if (!task) throw new ProblemError('notFound');
    const around = await this.aroundOf(task);
    const facts = { ...relationsOf(task, actor), ...factsOf(task, around) };
    const grant = this.access.authorize(actor, actionOf(task), targetOf(task, around, actor), facts);
    return { task, around, grant };
  }

  async aroundOf({ subdistrictId, whistleId }: TaskRow): Promise<Surroundings> {
    const around = await this.tasks.surroundings(subdistrictId, [whistleId]);
    return around.get(whistleId) ?? { siblings: [], memberIds: [], dissatisfiedCount: 0 };
  }
}
