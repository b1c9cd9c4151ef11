import type { Actor } from '@hsl/access/actor';
import { toIso } from '@hsl/contracts/instants';
import type { LiveList } from '@hsl/contracts/schemas/insight';
import { Clock } from '@hsl/platform/clock';
import { decodeCursor, pageOf } from '@hsl/platform/page';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase } from '../database.js';
import { PlacesRepository } from '../projection/places.repository.js';
import { PositionRepository } from '../projection/position.repository.js';
import { BoardReader } from '../reading/board-reader.js';
import { matching } from '../reading/live-filter.js';
import { liveMatter } from '../reading/live-matter.js';
import { MattersRepository } from '../reading/matters.repository.js';
import { placeNamesOf } from '../reading/place-names.js';
import type { LiveListQuery } from './live-list-query.js';

const matterKey = z.object({ dueAt: z.iso.datetime().optional(), number: z.string().max(100) });

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

  async read(actor: Actor, { cursor, limit, ...filter }: LiveListQuery): Promise<LiveList> {
    const scope = this.reader.scopeOf(actor);
    const after = decodeCursor(cursor, matterKey);
    const db = this.database.pool(actor.subdistrictId);
    const now = this.clock.now();
    // Read first: the rows then reflect at least this much.
    const asOf = await this.position.asOf(db, actor.subdistrictId);
    const rows = await this.matters.byTimeLeft(
      db,
      scope,
      (parameters) => matching(filter, now, parameters),
      after,
      limit,
    );
    const names = placeNamesOf(await this.places.all(db, actor.subdistrictId));
    const page = pageOf(rows, limit, ({ due_at, number }) => ({ dueAt: due_at?.toISOString(), number }));
    return {
      items: page.items.map((row) => liveMatter(row, names, now)),
      nextCursor: page.nextCursor,
      asOf: asOf === undefined ? undefined : toIso(asOf),
    };
  }
}
