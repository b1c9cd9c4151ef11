import type { Actor } from '@hsl/access/actor';
import { beyond } from '@hsl/database/list-position';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type DepartmentsDatabase } from '../database.js';
import type { Card, Interview, Prisma, SuperviseOrder } from '../generated/prisma/client.js';
import { UUID } from '../uuid.js';

export type OrderRow = SuperviseOrder;
export type InterviewRow = Interview;

/** Orders, interviews and cards; what a person does to one of them is a change of its row with a line of history. */
@Injectable()
export class FollowThroughRepository {
  constructor(@Inject(TenantDatabase) private readonly database: DepartmentsDatabase) {}

  async order(subdistrictId: string, id: string): Promise<OrderRow | undefined> {
    if (!UUID.test(id)) return undefined;
    return (await this.database.forTenant(subdistrictId).superviseOrder.findUnique({ where: { id } })) ?? undefined;
  }

  async interview(subdistrictId: string, id: string): Promise<InterviewRow | undefined> {
    if (!UUID.test(id)) return undefined;
    return (await this.database.forTenant(subdistrictId).interview.findUnique({ where: { id } })) ?? undefined;
  }

  async card(subdistrictId: string, id: string): Promise<Card | undefined> {
    if (!UUID.test(id)) return undefined;
    return (await this.database.forTenant(subdistrictId).card.findUnique({ where: { id } })) ?? undefined;
  }

  /** One row more than the limit, newest first. */
  orders(
    subdistrictId: string,
    where: Prisma.SuperviseOrderWhereInput,
    limit: number,
    after: { issuedAt: string; id: string } | undefined,
  ): Promise<OrderRow[]> {
    return this.database.forTenant(subdistrictId).superviseOrder.findMany({
      where: { subdistrictId, AND: [where, beyond('issuedAt', after)] },
      orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  /** One row more than the limit, newest first. */
  interviews(
    subdistrictId: string,
    where: Prisma.InterviewWhereInput,
    limit: number,
    after: { summonedAt: string; id: string } | undefined,
  ): Promise<InterviewRow[]> {
    return this.database.forTenant(subdistrictId).interview.findMany({
      where: { subdistrictId, AND: [where, beyond('summonedAt', after)] },
      orderBy: [{ summonedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  }

  /** @returns false if it was not answered, or closed already */
  closeOrder(actor: Actor, { id, taskId }: OrderRow, at: Date): Promise<boolean> {
    const change = `UPDATE supervise_order SET state = 'CLOSED', closed_by = $3, closed_at = $4
      WHERE id = $1 AND subdistrict_id = $2 AND state = 'ANSWERED' RETURNING id`;
    return this.change(actor, change, [id, actor.subdistrictId, actor.userId, at], { taskId, kind: 'orderClosed', at });
  }

  /** @returns false if it was held already */
  holdInterview(actor: Actor, { id, taskId }: InterviewRow, note: string, at: Date): Promise<boolean> {
    const change = `UPDATE interview SET held_at = $4, recorded_by = $3, note = $5
      WHERE id = $1 AND subdistrict_id = $2 AND held_at IS NULL RETURNING id`;
    const values = [id, actor.subdistrictId, actor.userId, at, note];
    return this.change(actor, change, values, { taskId, kind: 'interviewHeld', at });
  }

  /** @returns false if it was withdrawn already */
  withdrawCard(actor: Actor, { id, taskId }: Card, reason: string, at: Date): Promise<boolean> {
    const change = `UPDATE card SET withdrawn_at = $4, withdrawn_by = $3, withdrawn_reason = $5
      WHERE id = $1 AND subdistrict_id = $2 AND withdrawn_at IS NULL RETURNING id`;
    const values = [id, actor.subdistrictId, actor.userId, at, reason];
    return this.change(actor, change, values, { taskId, kind: 'cardWithdrawn', at });
  }

  /** The change and its line of history, in one statement. */
  private async change(
    { subdistrictId, userId, posts }: Actor,
    text: string,
    values: unknown[],
    line: { taskId: string; kind: string; at: Date },
  ): Promise<boolean> {
    const at = values.length;
    const { rowCount } = await this.database.pool(subdistrictId).query({
      text: `WITH changed AS (${text})
        INSERT INTO timeline_entry (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
        SELECT $${at + 1}, $${at + 2}, 0, $${at + 3} || '/' || changed.id, $${at + 3}, $${at + 4}, $${at + 5}, $${at + 6}, '{}'
        FROM changed`,
      values: [...values, subdistrictId, line.taskId, line.kind, userId, posts[0]?.role ?? 'system', line.at],
    });
    return (rowCount ?? 0) > 0;
  }
}
