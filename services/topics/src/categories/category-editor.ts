import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Instant } from '@hsl/contracts/instants';
import type { Category, ChangeCategory } from '@hsl/contracts/schemas/topics';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import type { Queryable } from '@hsl/database/queryable';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { categoryOf } from './category-tree.js';

type Row = Parameters<typeof categoryOf>[0];

const COLUMNS = `subdistrict_id AS "subdistrictId", code, class_code AS "classCode", name, name_en AS "nameEn",
  default_grade AS "defaultGrade", skills, active, version, changed_by AS "changedBy"`;
const FIND = `SELECT ${COLUMNS} FROM category WHERE subdistrict_id = $1 AND code = $2 FOR UPDATE`;
const CHANGE = `UPDATE category SET name = $3, name_en = $4, default_grade = $5, skills = $6, active = $7,
    changed_by = $8, version = version + 1
  WHERE subdistrict_id = $1 AND code = $2 RETURNING ${COLUMNS}`;
const TRAIL = `INSERT INTO timeline_entry
    (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
  VALUES ($1, $2, $3, $4, 'categoryChanged', $5, $6, $7, $8)`;

/** Changes the items that matters are filed under, and tells the services that keep a copy (S11, S37). */
@Injectable()
export class CategoryEditor {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, preconditionFailed, unchanged */
  async change(actor: Actor, code: string, body: ChangeCategory, seen: number | undefined): Promise<Category> {
    const { subdistrictId } = actor;
    const { role } = this.access.authorize(actor, 'category.manage', { subdistrictId, subdistrictWide: true });
    const at = this.clock.now();
    const after = await this.database.transaction(subdistrictId, async (client) => {
      const before = (await client.query<Row>(FIND, [subdistrictId, code])).rows[0];
      if (!before) throw new ProblemError('notFound');
      if (seen !== undefined && seen !== before.version) throw new ProblemError('preconditionFailed');
      const { name, nameEn, defaultGrade, skills, active } = { ...before, ...body };
      const values = [name, nameEn, defaultGrade, skills, active];
      if (isSame(values, before)) throw new ProblemError('unchanged');
      const { rows } = await client.query<Row>(CHANGE, [subdistrictId, code, ...values, actor.userId]);
      const row = rows[0]!;
      const subject = `${subdistrictId}/${code}`;
      const details = JSON.stringify({ before: categoryOf(before), after: categoryOf(row) });
      const line = [subdistrictId, subject, row.version, `${subject}#${row.version}`, actor.userId, role];
      await client.query(TRAIL, [...line, new Date(at), details]);
      await tell(client, row, at);
      return row;
    });
    this.relay.kick();
    return categoryOf(after);
  }
}

const isSame = (values: readonly unknown[], before: Row): boolean =>
  JSON.stringify(values) ===
  JSON.stringify([before.name, before.nameEn, before.defaultGrade, before.skills, before.active]);

async function tell(db: Queryable, row: Row, at: Instant): Promise<void> {
  const { subdistrictId } = row;
  const { code, classCode, name, defaultGrade, skills, active } = categoryOf(row);
  const data = { code, classCode, name, defaultGrade, skills, active };
  const event = { type: 'category.changed.v1', subject: `${subdistrictId}/${code}`, data } as const;
  await announce(db, [envelopeOf(event, { source: 'topics', subdistrictId, at, sequence: row.version })]);
}
