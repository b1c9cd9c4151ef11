import type { FastifyHttpProxyOptions } from '@fastify/http-proxy';

const CONNECT_TIMEOUT_MS = 2_000;
const CONNECTIONS_PER_ROUTE = 64;
/** Below the services' own keep-alive time, so that a connection is not used while they close it. */
const KEEP_ALIVE_MS = 4_000;

/**
 * Connections to a service. A live stream waits for its first byte as long as any answer, then for ever: it is silent
 * between events, and each holds a connection of its own.
 */
export function connectionOptions(timeoutMs: number, isStream: boolean): FastifyHttpProxyOptions['undici'] {
  return {
    connect: { timeout: CONNECT_TIMEOUT_MS },
    connections: isStream ? null : CONNECTIONS_PER_ROUTE,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: timeoutMs,
    bodyTimeout: isStream ? 0 : timeoutMs,
  };
}
