import { Logger } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { orDatabaseUnavailable } from './database-down.js';
import { assertTenantId } from './identifiers.js';
import { queryRows } from './model-rows.js';
import { prismaStatementNameOf } from './statement-names.js';
import { createTenantPool, type PoolSettings } from './tenant-pool.js';
import { inTransaction } from './transaction.js';

/** What every Prisma client can do. */
export interface DisposableClient {
  $disconnect(): Promise<void>;
}

export interface TenantDatabaseOptions<C extends DisposableClient> extends PoolSettings {
  /** Makes the service's Prisma client, e.g. `(adapter) => new PrismaClient({ adapter })`. */
  createClient: (adapter: PrismaPg) => C;
  /** Tenants whose pools are open at once; beyond that the one unused longest is closed. */
  maxTenants: number;
  /** Connections of the pool that sees all tenants. */
  systemPoolSize: number;
}

interface Tenant<C> {
  pool: pg.Pool;
  client: C | undefined;
  usedAt: number;
}

const SYSTEM = '*';
/** Without names every statement of Prisma would be planned anew each time. */
const PRISMA_OPTIONS = { statementNameGenerator: ({ sql }: { sql: string }) => prismaStatementNameOf(sql) ?? '' };
/** A pool used within this time is never closed to make room: somebody may still hold it. */
const SURELY_UNUSED_MS = 60_000;
/** Statements that still run at shutdown get this long. */
const CLOSE_TIMEOUT_MS = 5_000;

/**
 * A service's database as one tenant sees it: pools and Prisma clients whose connections carry the tenant, so that
 * row-level security holds whatever a statement forgets. `system` sees all tenants and is for the relay, starters and
 * consumers that do not know the tenant yet.
 */
export class TenantDatabase<C extends DisposableClient = DisposableClient> {
  private readonly logger = new Logger(TenantDatabase.name);
  private readonly tenants = new Map<string, Tenant<C>>();
  private closed = false;

  constructor(private readonly options: TenantDatabaseOptions<C>) {}

  /**
   * The Prisma client that sees this tenant only.
   * @throws RangeError for a text that is no tenant id
   */
  forTenant(subdistrictId: string): C {
    assertTenantId(subdistrictId);
    return this.clientOf(subdistrictId);
  }

  /**
   * The pool under it, for raw SQL.
   * @throws RangeError for a text that is no tenant id
   */
  pool(subdistrictId: string): pg.Pool {
    assertTenantId(subdistrictId);
    return this.tenant(subdistrictId).pool;
  }

  get system(): C {
    return this.clientOf(SYSTEM);
  }

  get systemPool(): pg.Pool {
    return this.tenant(SYSTEM).pool;
  }

  /**
   * Runs one prepared statement that sees this tenant only.
   * @throws RangeError for a text that is no tenant id; ProblemError databaseUnavailable
   */
  query<Row extends object>(subdistrictId: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return queryRows<Row>(this.pool(subdistrictId), text, values);
  }

  /**
   * Runs raw SQL in one transaction that sees this tenant only.
   * @throws RangeError for a text that is no tenant id; ProblemError databaseUnavailable
   */
  async transaction<T>(subdistrictId: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return orDatabaseUnavailable(() => inTransaction(this.pool(subdistrictId), work));
  }

  /** The same, seeing all tenants. */
  async systemTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return orDatabaseUnavailable(() => inTransaction(this.systemPool, work));
  }

  /** @throws ProblemError databaseUnavailable */
  async check(): Promise<void> {
    await orDatabaseUnavailable(() => this.systemPool.query('SELECT 1'));
  }

  /** Lets running statements end, then closes every connection. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await Promise.all([...this.tenants.values()].map((tenant) => this.closeTenant(tenant)));
    this.tenants.clear();
  }

  private clientOf(id: string): C {
    const tenant = this.tenant(id);
    tenant.client ??= this.options.createClient(new PrismaPg(tenant.pool, PRISMA_OPTIONS));
    return tenant.client;
  }

  private tenant(id: string): Tenant<C> {
    if (this.closed) throw new Error('the database has been closed');
    let tenant = this.tenants.get(id);
    if (!tenant) {
      this.makeRoom();
      const size = id === SYSTEM ? this.options.systemPoolSize : this.options.size;
      const onError = (error: Error): void => this.logger.warn(`an idle connection was lost: ${error.message}`);
      tenant = { pool: createTenantPool(id, { ...this.options, size }, onError), client: undefined, usedAt: 0 };
      this.tenants.set(id, tenant);
    }
    tenant.usedAt = Date.now();
    return tenant;
  }

  /** Closes the tenant unused longest, if there are too many and it is idle for sure. */
  private makeRoom(): void {
    const others = [...this.tenants].filter(([id]) => id !== SYSTEM);
    if (others.length < this.options.maxTenants) return;
    const [oldest] = others.toSorted(([, a], [, b]) => a.usedAt - b.usedAt);
    if (!oldest) return;
    const [id, tenant] = oldest;
    const { pool, usedAt } = tenant;
    const idle = pool.totalCount === pool.idleCount && pool.waitingCount === 0;
    if (!idle || Date.now() - usedAt < SURELY_UNUSED_MS) {
      throw new Error(`more than ${this.options.maxTenants} tenants at once; raise DATABASE_MAX_TENANTS`);
    }
    this.tenants.delete(id);
    void this.closeTenant(tenant);
  }

  private async closeTenant({ pool, client }: Tenant<C>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, CLOSE_TIMEOUT_MS)));
    try {
      await Promise.race([client?.$disconnect().then(() => pool.end()) ?? pool.end(), late]);
    } catch (error) {
      this.logger.warn(`a pool did not close: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      clearTimeout(timer);
    }
  }
}
