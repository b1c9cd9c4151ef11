import { Injectable } from '@nestjs/common';
import type { PrismaPg } from '@prisma/adapter-pg';
import type { Queryable } from '@hsl/database/queryable';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { PrismaClient } from './generated/prisma/client.js';

/** Sign-in comes before any tenant is known, so the edge works on the connection that sees all of them. */
@Injectable()
export class GatewayDatabase {
  constructor(private readonly database: TenantDatabase<PrismaClient>) {}

  /** All tenants: sign-in, sessions, keys as they are presented, signing keys. */
  get system(): PrismaClient {
    return this.database.system;
  }

  /** One tenant: whatever a signed-in person lists or changes. */
  forTenant(subdistrictId: string): PrismaClient {
    return this.database.forTenant(subdistrictId);
  }

  /** The same for statements written by hand. */
  pool(subdistrictId: string): Queryable {
    return this.database.pool(subdistrictId);
  }
}

/** Accounts are saved several at once, and queue for few connections: on a busy machine longer than Prisma's two seconds. */
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 15_000 };

/** For the module that opens the database. */
export const createPrismaClient = (adapter: PrismaPg): PrismaClient =>
  new PrismaClient({ adapter, transactionOptions: TRANSACTION_LIMITS });
