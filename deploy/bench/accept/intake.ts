import { databaseUrlOf } from '@hsl/database/database-env';
import pg from 'pg';
import type { TestStack } from '../../local/test-stack.js';
import { castOf } from '../platform/cast.js';
import { HttpClient } from '../platform/http-client.js';
import { People, Refusal } from '../platform/people.js';
import { WORDS } from '../platform/standard-whistle.js';
import { until } from '../platform/until.js';
import { birthStatements } from './birth-statement.js';
import type { Deed } from './load.js';

/** The ways by which a whistle comes to rest in the database. */
export interface Intake {
  /** As everybody: through the gateway. */
  throughGateway: Deed;
  /** Past the gateway, with a person's token. */
  toService: Deed;
  /** The service's statement, without the service. */
  raw: Deed;
  /** Whistles in the database, seen from outside. */
  stored(): Promise<number>;
  close(): Promise<void>;
}

const CREATED = 201;
const { communityId, worker } = castOf(0);

/**
 * @param connections of each way over HTTP, at most
 * @param poolSize of the raw statement's pool: the same as the service's
 */
export async function openIntake(stack: TestStack, connections: number, poolSize: number): Promise<Intake> {
  const { databaseUrl, services } = stack.addresses;
  const url = databaseUrlOf('whistles', databaseUrl);
  const system = new pg.Pool({ connectionString: url, options: '-c hsl.subdistrict=*', max: 1 });
  const tenant = new pg.Pool({ connectionString: url, options: '-c hsl.subdistrict=zx', max: poolSize });
  const gateway = new HttpClient(services.gateway, connections);
  const whistles = new HttpClient(services.whistles, connections);
  const token = await new People(gateway, stack.accountsFile).tokenOf(worker);
  const statement = await birthStatements(communityId);
  const body = JSON.stringify({ ...WORDS, communityId });
  const blow = async (http: HttpClient): Promise<void> => {
    const { status, text } = await http.send({ method: 'POST', path: '/api/whistles', token, body });
    if (status !== CREATED) throw new Refusal('POST /api/whistles', status, text);
  };
  await knowCategory(system);
  await until('the first whistle', () => blow(gateway).then(() => true, unknownYet));
  return {
    throughGateway: () => blow(gateway),
    toService: () => blow(whistles),
    raw: async () => void (await tenant.query(statement())),
    stored: async () => {
      const { rows } = await system.query<{ count: string }>('SELECT count(*) FROM whistle');
      return Number(rows[0]?.count);
    },
    async close() {
      gateway.close();
      whistles.close();
      await Promise.all([system.end(), tenant.end()]);
    },
  };
}

/** What the topics service would have told, were it running. */
async function knowCategory(system: pg.Pool): Promise<void> {
  await system.query(
    `INSERT INTO known_reference (subdistrict_id, kind, id, facts) VALUES ('zx', 'category', $1, '{"defaultGrade":"G3"}')
     ON CONFLICT DO NOTHING`,
    [WORDS.categoryCode],
  );
}

/** The service remembers for some seconds what it read before. */
function unknownYet(error: unknown): undefined {
  if (error instanceof Refusal && error.status === 422) return undefined;
  throw error;
}
