import type { PrismaPg } from '@prisma/adapter-pg';
import { TenantDatabase } from '@hsl/database/tenant-database';
import { PrismaClient } from './generated/prisma/client.js';

/** This service's database as one tenant sees it. */
export type TopicsDatabase = TenantDatabase<PrismaClient>;
export const createPrismaClient = (adapter: PrismaPg): PrismaClient => new PrismaClient({ adapter });
export { TenantDatabase };
