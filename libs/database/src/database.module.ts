import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { TENANT_POOLS } from '@hsl/contracts/tenant-pools';
import { readEnv } from '@hsl/platform/env';
import { HealthRegistry } from '@hsl/platform/health-registry';
import { databaseEnvSchema, databaseUrlOf } from './database-env.js';
import { TenantDatabase, type DisposableClient, type TenantDatabaseOptions } from './tenant-database.js';

export interface DatabaseModuleOptions<C extends DisposableClient> {
  /** Name of the service; its database is `hsl_<name>`. */
  name: string;
  createClient: TenantDatabaseOptions<C>['createClient'];
}

/** Gives a service its `TenantDatabase`, says in /health/ready whether it is there, closes it last of all. */
@Global()
@Module({})
export class DatabaseModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly health: HealthRegistry,
  ) {}

  static forService<C extends DisposableClient>(options: DatabaseModuleOptions<C>): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: TenantDatabase, useFactory: () => new TenantDatabase(databaseOptionsOf(options)) },
        { provide: TENANT_POOLS, useExisting: TenantDatabase },
      ],
      exports: [TenantDatabase, TENANT_POOLS],
    };
  }

  onModuleInit(): void {
    this.health.register({ name: 'database', required: true, check: () => this.database.check() });
  }

  /** The last hook there is: whoever still writes stops in an earlier one. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** @throws EnvError naming every variable that is missing */
export function databaseOptionsOf<C extends DisposableClient>(
  options: DatabaseModuleOptions<C>,
): TenantDatabaseOptions<C> {
  const env = readEnv(databaseEnvSchema);
  return {
    url: databaseUrlOf(options.name, env.DATABASE_URL),
    applicationName: `hsl-${options.name}`,
    createClient: options.createClient,
    size: env.DATABASE_POOL_SIZE,
    systemPoolSize: env.DATABASE_SYSTEM_POOL_SIZE,
    maxTenants: env.DATABASE_MAX_TENANTS,
    connectTimeoutMs: env.DATABASE_CONNECT_TIMEOUT_MS,
    statementTimeoutMs: env.DATABASE_STATEMENT_TIMEOUT_MS,
    idleTimeoutMs: env.DATABASE_IDLE_TIMEOUT_MS,
  };
}
