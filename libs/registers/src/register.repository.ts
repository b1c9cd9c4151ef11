import type { ScopeFilter } from '@hsl/access/target';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { Injectable } from '@nestjs/common';
import { scopeSql } from './entry-scope.js';
import type { RegisterEntry } from './register-entry.js';

/** The place in the list after which the next page begins. */
export interface After {
  createdAt: string;
  id: string;
}

export interface EntrySelection {
  register: string;
  scopes: readonly ScopeFilter[];
  /** Columns that must have exactly this value. */
  columns: Readonly<Record<string, string | undefined>>;
  /** Facts that must be exactly this. */
  facts: Readonly<Record<string, unknown>>;
  after?: After;
  limit: number;
}

const COLUMNS = `id, subdistrict_id AS "subdistrictId", version, register, state, community_id AS "communityId",
  department_id AS "departmentId", member_id AS "memberId", marks, facts, created_by AS "createdBy",
  created_at AS "createdAt", updated_at AS "updatedAt"`;

/** The entries of a service's registers. */
@Injectable()
export class RegisterRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** @throws ProblemError databaseUnavailable */
  async find(subdistrictId: string, register: string, id: string): Promise<RegisterEntry | undefined> {
    const text = `SELECT ${COLUMNS} FROM register_entry WHERE id = $1 AND subdistrict_id = $2 AND register = $3`;
    const [row] = await this.database.query<RegisterEntry>(subdistrictId, text, [id, subdistrictId, register]);
    return row;
  }

  /** Newest first; one row more than `limit`. @throws ProblemError databaseUnavailable */
  async list(subdistrictId: string, selection: EntrySelection): Promise<RegisterEntry[]> {
    const { text, values } = entryListSql(subdistrictId, selection);
    return this.database.query<RegisterEntry>(subdistrictId, text, values);
  }
}

/** The statement of a list: it walks an index of the register from where the page begins. */
export function entryListSql(subdistrictId: string, selection: EntrySelection): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const { register, scopes, columns, facts, after, limit } = selection;
  const where = [
    `subdistrict_id = ${add(subdistrictId)}`,
    `register = ${add(register)}`,
    scopeSql(scopes, add),
    ...Object.entries(columns).flatMap(([column, value]) => (value === undefined ? [] : [`${column} = ${add(value)}`])),
    ...Object.entries(facts).map(([fact, value]) => `facts ->> ${add(fact)} = ${add(String(value))}`),
    ...(after ? [`(created_at, id) < (${add(after.createdAt)}::timestamptz, ${add(after.id)}::uuid)`] : []),
  ];
  const text = `SELECT ${COLUMNS} FROM register_entry WHERE ${where.join(' AND ')}
    ORDER BY created_at DESC, id DESC LIMIT ${add(limit + 1)}`;
  return { text, values };
}
