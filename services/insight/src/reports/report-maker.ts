import { toIso } from '@hsl/contracts/instants';
import { DAY_MS, instantOn, parseDay } from '@hsl/domain/calendar-day';
import { readBrand } from '@hsl/platform/brand';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase } from '../database.js';
import { PlacesRepository } from '../projection/places.repository.js';
import { PositionRepository } from '../projection/position.repository.js';
import { REPORTS } from './definitions/all-reports.js';
import { ReportEventsRepository } from './report-events.repository.js';
import { MOST_BYTES } from './report-files.js';
import type { Finished } from './report-queue.repository.js';
import { contentOf, findTables, ReportTooLargeError } from './report-reader.js';
import type { ReportRow } from './report-row.js';
import type { ReportAsked } from './report-sql.js';
import { FORMATS } from './writers/report-formats.js';

/** Rows of what is read on a page; a longer report is for a spreadsheet. */
const MOST_ON_A_PAGE = 500;
/** One query of a report; a lease outlasts it. */
const QUERY_TIMEOUT_MS = 45_000;

export interface Made {
  /** Absent for an empty period. */
  bytes?: Buffer;
  about: Omit<Finished, 'file' | 'finishedAt'>;
}

/** Makes a report out of the rows as they are at one instant. */
@Injectable()
export class ReportMaker {
  private readonly brand = readBrand();

  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly places: PlacesRepository,
    private readonly position: PositionRepository,
    private readonly events: ReportEventsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param told is called with the share that is done, 0 to 1; what it throws ends the making
   * @throws ReportTooLargeError; the database's error of a query that took too long
   */
  async make(row: ReportRow, told: (share: number) => Promise<void>): Promise<Made> {
    const definition = REPORTS[row.kind];
    const format = FORMATS[row.format];
    const asked = askedOf(row, new Date(this.clock.now()));
    const { found, asOf, ruleSet } = await this.database.transaction(row.subdistrict_id, async (client) => {
      // All queries see the same rows; none runs without end.
      await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      await client.query(`SET LOCAL statement_timeout = ${QUERY_TIMEOUT_MS}`);
      const places = await this.places.all(client, row.subdistrict_id);
      return {
        asOf: await this.position.asOf(client, row.subdistrict_id),
        ruleSet: await this.events.ruleSetVersion(client, row.subdistrict_id, asked.now),
        found: await findTables(client, definition, { asked, places, most: format.mostRows, told }),
      };
    });
    const about = {
      ...{ rows: found.rows, definitionVersion: definition.version, ruleSetVersion: ruleSet ?? null },
      asOf: asOf === undefined ? null : new Date(toIso(asOf)),
    };
    if (found.rows === 0) return { about: { ...about, content: null } };
    const versions = { definition: definition.version, ruleSet };
    const madeAt = asked.now.getTime();
    const content = contentOf(definition, asked, { tables: found.tables, brand: this.brand, asOf, madeAt, versions });
    const bytes = await format.write(content);
    if (bytes.length > MOST_BYTES) throw new ReportTooLargeError(row.kind);
    const lines = content.tables.reduce((sum, { rows }) => sum + rows.length, 0);
    return { bytes, about: { ...about, content: lines > MOST_ON_A_PAGE ? null : content } };
  }
}

function askedOf(row: ReportRow, now: Date): ReportAsked {
  const { subdistrict_id, is_whole, community_ids, department_ids, from_day: from, to_day: to } = row;
  return {
    ...{ subdistrictId: subdistrict_id, whole: is_whole, communityIds: community_ids, departmentIds: department_ids },
    ...{ from, to, now, whistle: row.whistle_number ?? undefined },
    begin: new Date(instantOn(parseDay(from), 0)),
    end: new Date(instantOn(parseDay(to), 0) + DAY_MS),
  };
}
