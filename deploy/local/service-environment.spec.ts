import { describe, expect, it } from '@jest/globals';
import { composeAddresses, embeddedServers } from './addresses.js';
import { resolvePorts } from './bootstrap/port-table.mjs';
import { serviceEnvironment } from './service-environment.js';

const PORTS = resolvePorts({});

describe('addresses of a platform', () => {
  it('are those of the embedded servers unless told otherwise', () => {
    expect(composeAddresses(PORTS, {})).toMatchObject({
      databaseUrl: 'postgres://hsl:hsl@127.0.0.1:5544',
      temporalAddress: '127.0.0.1:7244',
      temporalNamespace: 'hsl',
      kafkaBrokers: '127.0.0.1:9292',
      services: { gateway: 'http://127.0.0.1:8080', notices: 'http://127.0.0.1:8086' },
    });
    expect(embeddedServers({})).toEqual(['postgres', 'temporal', 'kafka']);
  });

  it.each([
    ['DATABASE_URL', 'postgres://db.example:5432', 'databaseUrl', ['temporal', 'kafka']],
    ['TEMPORAL_ADDRESS', 'temporal.example:7233', 'temporalAddress', ['postgres', 'kafka']],
    ['KAFKA_BROKERS', 'a.example:9092,b.example:9092', 'kafkaBrokers', ['postgres', 'temporal']],
  ])('%s replaces its server, which is then not started', (variable, value, address, started) => {
    expect(composeAddresses(PORTS, { [variable]: value })).toHaveProperty(address, value);
    expect(embeddedServers({ [variable]: value })).toEqual(started);
  });
});

describe('the environment of a service', () => {
  const addresses = composeAddresses(PORTS, {});

  it('says where everything is', () => {
    expect(serviceEnvironment('members', addresses, '/state/accounts.json', {})).toEqual({
      SERVICE_HOST: '127.0.0.1',
      SERVICE_PORT: '8082',
      DATABASE_URL: 'postgres://hsl:hsl@127.0.0.1:5544',
      TEMPORAL_ADDRESS: '127.0.0.1:7244',
      TEMPORAL_NAMESPACE: 'hsl',
      KAFKA_BROKERS: '127.0.0.1:9292',
      JWKS_URL: 'http://127.0.0.1:8080/.well-known/jwks.json',
      ROLE: 'api,worker,relay,consumer',
      LOG_LEVEL: 'info',
      ACCOUNTS_FILE: '/state/accounts.json',
      FILES_DIR: '/state/files',
    });
  });

  it('tells the gateway the services behind it and its public address', () => {
    const { SERVICE_URLS = '', GATEWAY_PUBLIC_URL } = serviceEnvironment('gateway', addresses, '', {});
    expect(Object.keys(JSON.parse(SERVICE_URLS) as object).toSorted()).toEqual([
      'departments',
      'insight',
      'members',
      'notices',
      'topics',
      'whistles',
    ]);
    expect(GATEWAY_PUBLIC_URL).toBe('http://127.0.0.1:8080');
  });

  it('opens to other machines only the gateway, and only if told to', () => {
    const inherited = { SERVICE_HOST: '0.0.0.0' };
    expect(serviceEnvironment('gateway', addresses, '', inherited)).toHaveProperty('SERVICE_HOST', '0.0.0.0');
    expect(serviceEnvironment('gateway', addresses, '', {})).toHaveProperty('SERVICE_HOST', '127.0.0.1');
    expect(serviceEnvironment('topics', addresses, '', inherited)).toHaveProperty('SERVICE_HOST', '127.0.0.1');
  });

  it('keeps what the user has set, except what belongs to the process that starts it', () => {
    const inherited = { NODE_ENV: 'production', LOG_LEVEL: 'debug', NODE_OPTIONS: '--inspect', ROLE: 'api' };
    const env = serviceEnvironment('topics', addresses, '', inherited);
    expect(env).toMatchObject({ NODE_ENV: 'production', LOG_LEVEL: 'debug', ROLE: 'api,worker,relay,consumer' });
    expect(env).not.toHaveProperty('NODE_OPTIONS');
  });
});
