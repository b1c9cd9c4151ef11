import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { TENANT_SETTING } from './row-level-security-sql.js';

const CONNECT_TIMEOUT_MS = 5_000;
/** One migration statement; a long index build fits, a forgotten lock does not wait for ever. */
const STATEMENT_TIMEOUT_MS = 600_000;

/** PostgreSQL's internal one-letter type "char", and text. */
const CHAR_OID = 18;
const TEXT_OID = 25;
/** Carries "this column is a char" through PrismaPg in the column's name. */
const CHAR_MARK = '\0char';

/**
 * The driver adapter of the schema engine, with three of PrismaPg's ways mended: it cuts a script at every semicolon
 * (also inside a function body, a string or a comment), it drops the shadow database while its own pool still holds it
 * open, and it does not know the type "char" of the catalogue, so that no database could be described.
 */
export class MigrationAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';

  /** @param url of the database itself, e.g. postgres://hsl:hsl@127.0.0.1:5544/hsl_whistles */
  constructor(private readonly url: string) {}

  /** The engine does not close what it opened. */
  private readonly opened: SqlDriverAdapter[] = [];

  async connect(): Promise<SqlDriverAdapter> {
    const pool = migrationPool(this.url);
    return this.keep(await adapterOver(pool, () => pool.end()));
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `hsl_shadow_${randomUUID().replaceAll('-', '')}`;
    await execute(this.url, `CREATE DATABASE "${name}"`);
    const pool = migrationPool(withDatabase(this.url, name));
    return this.keep(
      await adapterOver(pool, async () => {
        await pool.end();
        await execute(this.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.opened.map((adapter) => adapter.dispose()));
  }

  private keep(adapter: SqlDriverAdapter): SqlDriverAdapter {
    this.opened.push(adapter);
    return adapter;
  }
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** A pool that sees all tenants, so that a migration may also move rows. */
export function migrationPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c ${TENANT_SETTING}=*`,
    application_name: 'hsl-migrate',
    max: 2,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  });
  // An idle connection that dies is replaced; the statement that needs one reports its own failure.
  pool.on('error', (error) => process.stderr.write(`migration connection lost: ${error.message}\n`));
  return pool;
}

/** Runs one statement on a connection of its own. */
async function execute(url: string, statement: string): Promise<void> {
  const pool = migrationPool(url);
  try {
    await pool.query(statement);
  } finally {
    await pool.end();
  }
}

async function adapterOver(pool: pg.Pool, close: () => Promise<void>): Promise<SqlDriverAdapter> {
  let closed: Promise<void> | undefined;
  const adapter = await new PrismaPg(readingChars(pool)).connect();
  // Without parameters PostgreSQL takes the whole script as one message, in one transaction.
  adapter.executeScript = async (sql) => void (await adapter.executeRaw({ sql, args: [], argTypes: [] }));
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => withCharColumns(await queryRaw(query));
  adapter.dispose = () => (closed ??= close());
  return adapter;
}

/** Lets "char" pass as text, marked. */
function readingChars(pool: pg.Pool): pg.Pool {
  type Answer = pg.QueryResult | pg.QueryResult[];
  const query = pool.query.bind(pool) as unknown as (config: pg.QueryConfig) => Promise<Answer>;
  const mended = async (config: pg.QueryConfig): Promise<Answer> => {
    const answer = await query(config);
    const fields = [answer].flat().flatMap((result) => result.fields);
    for (const field of fields.filter(({ dataTypeID }) => dataTypeID === CHAR_OID)) {
      field.dataTypeID = TEXT_OID;
      field.name += CHAR_MARK;
    }
    return answer;
  };
  return Object.assign(pool, { query: mended });
}

function withCharColumns(result: SqlResultSet): SqlResultSet {
  const isChar = result.columnNames.map((name) => name.endsWith(CHAR_MARK));
  return {
    ...result,
    columnNames: result.columnNames.map((name) => name.replace(CHAR_MARK, '')),
    columnTypes: result.columnTypes.map((type, index) => (isChar[index] ? ColumnTypeEnum.Character : type)),
  };
}
