import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { ScopeFilter } from '@hsl/access/target';
import { columnOf } from '@hsl/database/model-rows';
import { decodeCursor, pageOf, type Page } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { APPLICABLE } from './entry-scope.js';
import type { Register } from './register.js';
import { entryView, type EntryView } from './register-entry.js';
import { RegisterRepository, type EntrySelection } from './register.repository.js';

export type EntryQuery = Readonly<Record<string, unknown>> & { limit: number; cursor?: string };

const AFTER = z.strictObject({ createdAt: z.iso.datetime(), id: z.uuid() });
const OF_EVERY_ENTRY = ['state', 'communityId', 'departmentId', 'memberId'] as const;
/** An export is the whole list in pages of this size. */
const EXPORT_PAGE = 500;
/** More than any register of a subdistrict; what is beyond is asked for with a filter. */
export const MOST_EXPORTED = 20_000;

/** Lists of entries, narrowed to what the caller may see. */
@Injectable()
export class RegisterListsService {
  constructor(
    private readonly access: AccessService,
    private readonly entries: RegisterRepository,
  ) {}

  /** @throws ProblemError roleNotAllowed if no post of the caller opens this list */
  async page(actor: Actor, register: Register, query: EntryQuery): Promise<Page<EntryView>> {
    const selection = this.selectionOf(actor, register, query);
    const rows = await this.entries.list(actor.subdistrictId, selection);
    const page = pageOf(rows, query.limit, ({ createdAt, id }) => ({ createdAt: createdAt.toISOString(), id }));
    return { ...page, items: page.items.map(entryView) };
  }

  /** Everything the filters leave, newest first, up to a bound. */
  async *all(actor: Actor, register: Register, query: EntryQuery): AsyncGenerator<EntryView> {
    const selection = this.selectionOf(actor, register, { ...query, limit: EXPORT_PAGE });
    let after = selection.after;
    for (let told = 0; told < MOST_EXPORTED;) {
      const rows = await this.entries.list(actor.subdistrictId, { ...selection, after });
      const page = rows.slice(0, EXPORT_PAGE);
      for (const row of page) yield entryView(row);
      told += page.length;
      const last = page.at(-1);
      if (rows.length <= EXPORT_PAGE || !last) return;
      after = { createdAt: last.createdAt.toISOString(), id: last.id };
    }
  }

  private selectionOf(actor: Actor, register: Register, query: EntryQuery): EntrySelection {
    const columns = OF_EVERY_ENTRY.map((field) => [columnOf(field), query[field] as string | undefined]);
    const facts = register.filters.filter((field) => query[field] !== undefined).map((field) => [field, query[field]]);
    return {
      ...{ register: register.name, scopes: this.scopesOf(actor, register), limit: query.limit },
      columns: Object.fromEntries(columns) as EntrySelection['columns'],
      facts: Object.fromEntries(facts) as EntrySelection['facts'],
      after: decodeCursor(query.cursor, AFTER),
    };
  }

  private scopesOf(actor: Actor, register: Register): ScopeFilter[] {
    const scopes = register.reading.flatMap((ability) => this.access.scopes(actor, ability, APPLICABLE));
    if (scopes.length === 0) throw new ProblemError('roleNotAllowed');
    return scopes;
  }
}
