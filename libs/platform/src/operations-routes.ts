import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { HealthRegistry } from './health-registry.js';
import { MetricsRegistry } from './metrics-registry.js';
import { openApiDocumentOf } from './openapi.js';

/**
 * Health, metrics and the OpenAPI document, straight on Fastify: outside guards, limits and the API's description,
 * and there whatever role the process plays.
 */
export function addOperationsRoutes(app: INestApplication, fastify: FastifyInstance, service: string): void {
  const health = app.get(HealthRegistry);
  const metrics = app.get(MetricsRegistry);
  let document: string | undefined;

  fastify.get('/health/live', () => ({ status: 'live' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const readiness = await health.readiness();
    return reply.code(readiness.status === 'ready' ? 200 : 503).send(readiness);
  });
  fastify.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  fastify.get('/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApiDocumentOf(app, service));
    return reply.type('application/json; charset=utf-8').send(document);
  });
}
