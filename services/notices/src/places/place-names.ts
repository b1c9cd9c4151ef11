import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { CloudEvent } from '@hsl/contracts/event';
import { queryRows } from '@hsl/database/model-rows';
import { TenantDatabase } from '@hsl/database/tenant-database';

type Changed = CloudEvent<'community.changed.v1' | 'department.changed.v1'>;

const KEEP_SQL = `
  INSERT INTO place_name (subdistrict_id, id, name, sequence) VALUES ($1, $2, $3, $4)
  ON CONFLICT (subdistrict_id, id) DO UPDATE SET name = excluded.name, sequence = excluded.sequence
  WHERE place_name.sequence < excluded.sequence`;
const NAMES_SQL = 'SELECT id, name FROM place_name WHERE subdistrict_id = $1 AND id = ANY($2)';

/** What communities and departments are called, as their owners told. Names of persons are kept nowhere here. */
@Injectable()
export class PlaceNames {
  constructor(@Inject(TenantDatabase) private readonly database: TenantDatabase) {}

  /** In the transaction of the event; a later state stays. */
  async keep(client: pg.PoolClient, { subdistrictid, sequence, data }: Changed): Promise<void> {
    const id = 'communityId' in data ? data.communityId : data.departmentId;
    await queryRows(client, KEEP_SQL, [subdistrictid, id, data.name, sequence]);
  }

  /** Names by id, of those that are known. */
  async of(subdistrictId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; name: string }>(subdistrictId, NAMES_SQL, [
      subdistrictId,
      ids,
    ]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
