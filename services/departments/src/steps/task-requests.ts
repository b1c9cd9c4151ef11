import type { Actor } from '@hsl/access/actor';
import { bodyHashOf, findAnswer, type IdempotentRequest } from '@hsl/database/idempotent-request';
import { requestIdOf as stepRequestId } from '@hsl/database/request-id';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';

/** Somebody's step on a task, as it was sent. */
export interface TaskRequest {
  actor: Actor;
  taskId: string;
  /** Path of the step: the same key for another step is another request. */
  step: string;
  body: object;
  /** Header Idempotency-Key. */
  key: string | undefined;
}

/** Answers given to requests with an Idempotency-Key, so that a repeat is answered the same again. */
@Injectable()
export class TaskRequests {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  /**
   * What was answered to this request before.
   * @throws ProblemError idempotencyKeyReused if the key came with another body or for another step
   */
  async findAnswer(request: TaskRequest): Promise<unknown> {
    const identity = identityOf(request);
    if (!identity) return undefined;
    const { subdistrictId } = request.actor;
    return (await findAnswer(this.database.pool(subdistrictId), subdistrictId, identity))?.body;
  }

  async keepAnswer(request: TaskRequest, answer: object): Promise<void> {
    const identity = identityOf(request);
    if (!identity) return;
    const { subdistrictId } = request.actor;
    await this.database.forTenant(subdistrictId).idempotentRequest.createMany({
      data: [{ subdistrictId, ...identity, status: 200, answer }],
      skipDuplicates: true,
    });
  }
}

/**
 * The id by which a step takes effect once: the same for a repeat of the same request, even if its answer was lost
 * before it could be kept.
 */
export const requestIdOf = ({ actor, taskId, step, body, key }: TaskRequest): string =>
  stepRequestId(actor, step, taskId, body, key);

function identityOf({ actor, taskId, step, body, key }: TaskRequest): IdempotentRequest | undefined {
  if (key === undefined) return undefined;
  return { requesterId: actor.keyId ?? actor.userId, key, bodyHash: bodyHashOf({ step, taskId, body }) };
}
