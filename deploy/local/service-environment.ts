import { dirname, join } from 'node:path';
import type { Addresses } from './addresses.js';
import type { ServiceName } from './service-table.js';

/** Of the environment the platform was started in, what must not reach its processes. */
const NOT_INHERITED = ['NODE_OPTIONS', 'NODE_V8_COVERAGE', 'JEST_WORKER_ID', 'ROLE', 'SERVICE_PORT'];

/** Who writes links that people open. */
const LINKING: readonly ServiceName[] = ['gateway', 'notices'];

/**
 * The environment of one service process: that of the platform, and over it what this platform decides.
 * @param accountsFile where the gateway's seed writes the accounts to sign in with; files of matters lie beside it
 */
export function serviceEnvironment(
  service: ServiceName,
  addresses: Addresses,
  accountsFile: string,
  inherited: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const base = Object.fromEntries(Object.entries(inherited).filter(([name]) => !NOT_INHERITED.includes(name)));
  return {
    ...base,
    // Only the gateway is for others, and only if somebody says so.
    SERVICE_HOST: (service === 'gateway' && inherited['SERVICE_HOST']) || '127.0.0.1',
    SERVICE_PORT: new URL(addresses.services[service]).port,
    DATABASE_URL: addresses.databaseUrl,
    TEMPORAL_ADDRESS: addresses.temporalAddress,
    TEMPORAL_NAMESPACE: addresses.temporalNamespace,
    KAFKA_BROKERS: addresses.kafkaBrokers,
    JWKS_URL: `${addresses.services.gateway}/.well-known/jwks.json`,
    ROLE: inherited['HSL_ROLE'] || 'api,worker,relay,consumer',
    LOG_LEVEL: inherited['LOG_LEVEL'] || 'info',
    ACCOUNTS_FILE: accountsFile,
    FILES_DIR: inherited['FILES_DIR'] || join(dirname(accountsFile), 'files'),
    ...(LINKING.includes(service) ? { GATEWAY_PUBLIC_URL: publicUrlOf(addresses, inherited) } : {}),
    ...(service === 'gateway' ? gatewayEnvironment(addresses) : {}),
  };
}

const publicUrlOf = ({ services }: Addresses, inherited: NodeJS.ProcessEnv): string =>
  inherited['GATEWAY_PUBLIC_URL'] || services.gateway;

function gatewayEnvironment({ services }: Addresses): NodeJS.ProcessEnv {
  const { gateway: _own, ...others } = services;
  return { SERVICE_URLS: JSON.stringify(others) };
}
