import { TenantDatabase, type DisposableClient } from '@hsl/database/tenant-database';

/**
 * Projections are folded and counted in SQL, through the tenants' pools only, so this service carries no Prisma client;
 * schema.prisma is the source of its migrations.
 */
export const createNoClient = (): DisposableClient => ({ $disconnect: () => Promise.resolve() });
export { TenantDatabase };
