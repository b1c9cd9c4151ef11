import { jsonRows, modelColumns, queryRows, withDates } from '@hsl/database/model-rows';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { Prisma, type LookBack, type Whistle } from '../generated/prisma/client.js';

export type WhistleToStart = Whistle;
export type FollowUpToStart = Whistle & { lookBacks: LookBack[] };

const WHISTLE = `SELECT ${modelColumns(Prisma.WhistleScalarFieldEnum, 'w')}`;
const LOOK_BACKS = jsonRows(
  `SELECT ${modelColumns(Prisma.LookBackScalarFieldEnum, 'l')} FROM look_back l
   WHERE l.whistle_id = w.id ORDER BY l.sequence`,
);

/** What a starter reads: rows of all tenants that wait for their workflow. Asked after each birth and each conclusion. */
@Injectable()
export class StarterRepository {
  constructor(@Inject(TenantDatabase) private readonly database: WhistlesDatabase) {}

  findWhistlesToStart(limit: number): Promise<WhistleToStart[]> {
    return this.query(`${WHISTLE} FROM whistle w WHERE w.workflow_started_at IS NULL ORDER BY w.blown_at LIMIT $1`, [
      limit,
    ]);
  }

  async findFollowUpsToStart(limit: number): Promise<FollowUpToStart[]> {
    const rows = await this.query<FollowUpToStart>(
      `${WHISTLE}, ${LOOK_BACKS} AS "lookBacks" FROM whistle w
       WHERE w.concluded_at IS NOT NULL AND w.follow_up_started_at IS NULL ORDER BY w.concluded_at LIMIT $1`,
      [limit],
    );
    return rows.map((row) => ({ ...row, lookBacks: withDates(row.lookBacks, ['dueAt', 'reportedAt']) }));
  }

  /** Reopened by their follow-up, which has ended: their own workflow must go on. */
  findWhistlesToResume(limit: number): Promise<WhistleToStart[]> {
    return this.query(`${WHISTLE} FROM whistle w WHERE w.reopened_at IS NOT NULL ORDER BY w.reopened_at LIMIT $1`, [
      limit,
    ]);
  }

  async findWhistle(id: string): Promise<WhistleToStart | undefined> {
    return (await this.query<WhistleToStart>(`${WHISTLE} FROM whistle w WHERE w.id = $1`, [id]))[0];
  }

  async markStarted(ids: string[], at: Date): Promise<void> {
    await this.query('UPDATE whistle SET workflow_started_at = $2 WHERE id = ANY($1::uuid[])', [ids, at]);
  }

  async markResumed(ids: string[]): Promise<void> {
    await this.query('UPDATE whistle SET reopened_at = NULL WHERE id = ANY($1::uuid[])', [ids]);
  }

  async markFollowUpsStarted(ids: string[], at: Date): Promise<void> {
    await this.query('UPDATE whistle SET follow_up_started_at = $2 WHERE id = ANY($1::uuid[])', [ids, at]);
  }

  private query<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    return queryRows<Row>(this.database.systemPool, text, values);
  }
}
