import type { Actor } from '@hsl/access/actor';
import { toIso } from '@hsl/contracts/instants';
import type { Board } from '@hsl/contracts/schemas/insight';
import type { Queryable } from '@hsl/database/queryable';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase } from '../database.js';
import { PlacesRepository } from '../projection/places.repository.js';
import { PositionRepository } from '../projection/position.repository.js';
import { BoardReader } from '../reading/board-reader.js';
import { liveMatter } from '../reading/live-matter.js';
import { MattersRepository } from '../reading/matters.repository.js';
import { placeNamesOf } from '../reading/place-names.js';
import type { ReadingScope } from '../reading/reading-scope.js';
import { BrokerWatch } from './broker-watch.js';
import { communityLines, departmentLines } from './board-places.js';
import { Counts } from './counts.js';
import { figuresOf } from './figures.js';
import { StandingCountsRepository } from './standing-counts.repository.js';
import { TimelyCountsRepository } from './timely-counts.repository.js';

/** One picture for all figures; each reads few rows, for which other processes would take longer to start than to read. */
const ONE_MOMENT = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL max_parallel_workers_per_gather = 0`;

/** Rows of "where is it stuck". */
const MOST_STUCK = 8;
const MOST_CARDS = 20;

@Injectable()
export class BoardService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly reader: BoardReader,
    private readonly standing: StandingCountsRepository,
    private readonly timely: TimelyCountsRepository,
    private readonly matters: MattersRepository,
    private readonly places: PlacesRepository,
    private readonly position: PositionRepository,
    private readonly broker: BrokerWatch,
    private readonly clock: Clock,
  ) {}

  /** All figures of one moment: they agree with each other. */
  async read(actor: Actor): Promise<Board> {
    const scope = this.reader.scopeOf(actor);
    return this.database.transaction(actor.subdistrictId, async (db) => {
      await db.query(ONE_MOMENT);
      return this.boardOf(db, scope);
    });
  }

  private async boardOf(db: Queryable, scope: ReadingScope): Promise<Board> {
    const { subdistrictId, whole, communityIds, departmentIds } = scope;
    const now = this.clock.now();
    const asOf = await this.position.asOf(db, subdistrictId);
    const standing = await this.standing.counts(db, scope);
    const counts = new Counts([...standing, ...(await this.timely.counts(db, scope, now))]);
    const stuck = await this.matters.longestWaiting(db, scope, MOST_STUCK);
    const places = await this.places.all(db, subdistrictId);
    const names = placeNamesOf(places);
    return {
      covers: { wholeSubdistrict: whole, communityIds, departmentIds },
      ...figuresOf(counts, now),
      officeCards: await this.timely.officeCards(db, scope, now, MOST_CARDS),
      byDepartment: departmentLines(scope, places, counts),
      byCommunity: communityLines(scope, places, counts),
      stuck: stuck.map((row) => liveMatter(row, names, now)),
      asOf: asOf === undefined ? undefined : toIso(asOf),
      ...(this.broker.awaySince === undefined ? {} : { lateSince: toIso(this.broker.awaySince) }),
      serverNow: toIso(now),
    };
  }
}
