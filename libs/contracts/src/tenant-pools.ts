/**
 * The seam between libs/database, which provides the pools of a service, and libs/kafka, which uses them for outbox and
 * inbox: neither imports the other. An injection token.
 */
export const TENANT_POOLS = 'hsl.tenantPools';
