import { databaseUrlOf } from '@hsl/database/database-env';
import pg from 'pg';
import type { ServiceName } from '../../local/service-table.js';

/** The services' databases as an onlooker sees them, past the services; reads only. */
export class Databases {
  private readonly pools = new Map<ServiceName, pg.Pool>();

  constructor(private readonly databaseUrl: string) {}

  async rows<R extends pg.QueryResultRow>(service: ServiceName, text: string, values: unknown[] = []): Promise<R[]> {
    return (await this.of(service).query<R>(text, values)).rows;
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
  }

  private of(service: ServiceName): pg.Pool {
    const known = this.pools.get(service);
    if (known) return known;
    const connectionString = databaseUrlOf(service, this.databaseUrl);
    const pool = new pg.Pool({ connectionString, options: '-c hsl.subdistrict=*', max: 2 });
    this.pools.set(service, pool);
    return pool;
  }
}
