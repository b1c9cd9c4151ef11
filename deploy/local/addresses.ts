import type { Ports } from './bootstrap/port-table.mjs';
import { SERVICE_ROLE } from './databases.js';
import { SERVICE_NAMES, type ServiceName } from './service-table.js';
import { TEMPORAL_NAMESPACE } from './temporal-namespace.js';

/** Where everything of one platform is found. */
export interface Addresses {
  /** Of the server, without a database: service X uses the database hsl_X. */
  databaseUrl: string;
  temporalAddress: string;
  temporalNamespace: string;
  /** Comma-separated host:port. */
  kafkaBrokers: string;
  /** Of each service, e.g. http://127.0.0.1:8081 */
  services: Record<ServiceName, string>;
}

/** The servers a stack may start itself. */
export const SERVERS = ['postgres', 'temporal', 'kafka'] as const;
export type ServerName = (typeof SERVERS)[number];

/** Set by a user who has a server already: then it is used and none is started. */
export const REPLACED_BY: Record<ServerName, string> = {
  postgres: 'DATABASE_URL',
  temporal: 'TEMPORAL_ADDRESS',
  kafka: 'KAFKA_BROKERS',
};

/** @returns the servers to start here, i.e. those no variable replaces */
export function embeddedServers(env: NodeJS.ProcessEnv): ServerName[] {
  return SERVERS.filter((server) => !env[REPLACED_BY[server]]);
}

/** @param env its DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and KAFKA_BROKERS come before the embedded servers */
export function composeAddresses(ports: Ports, env: NodeJS.ProcessEnv): Addresses {
  const { name, password } = SERVICE_ROLE;
  return {
    databaseUrl: env['DATABASE_URL'] || `postgres://${name}:${password}@127.0.0.1:${ports.postgres}`,
    temporalAddress: env['TEMPORAL_ADDRESS'] || `127.0.0.1:${ports.temporal}`,
    temporalNamespace: env['TEMPORAL_NAMESPACE'] || TEMPORAL_NAMESPACE,
    kafkaBrokers: env['KAFKA_BROKERS'] || `127.0.0.1:${ports.kafka}`,
    services: Object.fromEntries(
      SERVICE_NAMES.map((service) => [service, `http://127.0.0.1:${ports[service]}`]),
    ) as Record<ServiceName, string>,
  };
}
