import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { ApiDocs } from './api-docs/api-docs.js';
import { EdgeGuard } from './edge/edge-guard.js';
import { servePages } from './pages/web-pages.js';
import { ServiceProxy } from './proxy/service-proxy.js';
import { SigningKeys } from './tokens/signing-keys.service.js';

/** How long others may keep the key set; a new key is published longer than that before it signs. */
const JWKS_MAX_AGE_SECONDS = 30;

/** What sits on Fastify itself: the edge before everything, then key set, documents, the proxy and the pages. */
export async function addGatewayRoutes(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  app.get(EdgeGuard).watch(fastify);
  fastify.get('/.well-known/jwks.json', async (_request, reply) =>
    reply.header('cache-control', `public, max-age=${JWKS_MAX_AGE_SECONDS}`).send(await app.get(SigningKeys).jwks()),
  );
  app.get(ApiDocs).register(app, fastify);
  await app.get(ServiceProxy).register(fastify);
  await servePages(fastify);
}
