import type { Actor } from '@hsl/access/actor';
import { toIso, type Instant } from '@hsl/contracts/instants';
import type { LiveList } from '@hsl/contracts/schemas/insight';
import { Clock } from '@hsl/platform/clock';
import type { Queryable } from '@hsl/database/queryable';
import { decodeCursor, pageOf, type Page } from '@hsl/platform/page';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase } from '../database.js';
import { PlacesRepository } from '../projection/places.repository.js';
import { PositionRepository } from '../projection/position.repository.js';
import { BoardReader } from '../reading/board-reader.js';
import { matching } from '../reading/live-filter.js';
import { liveMatter } from '../reading/live-matter.js';
import { MattersRepository, type MatterRow, type Selection } from '../reading/matters.repository.js';
import { placeNamesOf } from '../reading/place-names.js';
import type { LiveListQuery } from './live-list-query.js';

const number = z.string().max(100);
const matterKey = z.strictObject({ dueAt: z.iso.datetime().optional(), number });
const endKey = z.strictObject({ endedAt: z.iso.datetime(), number });

@Injectable()
export class LiveListService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly reader: BoardReader,
    private readonly matters: MattersRepository,
    private readonly places: PlacesRepository,
    private readonly position: PositionRepository,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, query: LiveListQuery): Promise<LiveList> {
    const db = this.database.pool(actor.subdistrictId);
    const now = this.clock.now();
    // Read first: the rows then reflect at least this much.
    const asOf = await this.position.asOf(db, actor.subdistrictId);
    const page = await this.page(db, this.selected(actor, query, now), query);
    const names = placeNamesOf(await this.places.all(db, actor.subdistrictId));
    return {
      items: page.items.map((row) => liveMatter(row, names, now)),
      nextCursor: page.nextCursor,
      asOf: asOf === undefined ? undefined : toIso(asOf),
    };
  }

  private selected(actor: Actor, { involving, ...filter }: LiveListQuery, now: Instant): Selection {
    const scope = involving === undefined ? this.reader.scopeOf(actor) : this.reader.scopeAs(actor, involving);
    const condition: Selection['condition'] = (parameters) => matching(filter, now, parameters);
    return { scope, condition, isOpen: filter.open === 'true' };
  }

  /** Each order has cursors of its own: one of the other is refused. */
  private async page(
    db: Queryable,
    selected: Selection,
    { order, cursor, limit }: LiveListQuery,
  ): Promise<Page<MatterRow>> {
    if (order === 'ended') {
      const rows = await this.matters.byEnd(db, selected, decodeCursor(cursor, endKey), limit);
      return pageOf(rows, limit, (row) => ({ endedAt: row.ended_at?.toISOString(), number: row.number }));
    }
    const rows = await this.matters.byTimeLeft(db, selected, decodeCursor(cursor, matterKey), limit);
    return pageOf(rows, limit, (row) => ({ dueAt: row.due_at?.toISOString(), number: row.number }));
  }
}
