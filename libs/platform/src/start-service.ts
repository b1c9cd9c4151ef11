import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Logger, PinoLogger } from 'nestjs-pino';
import { createFastifyAdapter, prepareFastify, refuseApi } from './fastify-server.js';
import { logRequests } from './logger.js';
import { MetricsRegistry } from './metrics-registry.js';
import { addOperationsRoutes } from './operations-routes.js';
import { readPlatformEnv } from './platform-env.js';
import { readRoles } from './process-roles.js';
import { rootModule } from './root-module.js';
import { stopOnSignal } from './shutdown.js';
import { TransportRegistry } from './transport-registry.js';

export interface ServiceOptions {
  /** Name of the service, as in its folder, its database and its queue. */
  name: string;
  module: Type;
  /** Overrides SERVICE_PORT; 0 takes any free port. */
  port?: number;
  /** Whose X-Forwarded-For counts if TRUST_PROXY does not say; default `loopback`, a gateway on the same machine. */
  trustProxy?: string | false;
  /** Runs before the modules are initialised, for plugins that must sit on Fastify itself. */
  configure?: (app: NestFastifyApplication) => Promise<void> | void;
}

/**
 * A service ready to listen: 1 MB bodies, strict JSON, problem details, validation, logger, health, metrics, OpenAPI.
 * For specs: nothing listens and no transport is started yet; `startService` is what a main.ts calls.
 */
export async function createService(options: ServiceOptions): Promise<NestFastifyApplication> {
  const env = readPlatformEnv();
  const adapter = createFastifyAdapter(env.TRUST_PROXY ?? options.trustProxy ?? 'loopback');
  // bodyParser false: Fastify's own JSON parser refuses __proto__, and no form body is ever read.
  const app = await NestFactory.create<NestFastifyApplication>(rootModule(options, env.LOG_LEVEL), adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  prepareFastify(fastify);
  if (!readRoles().has('api')) refuseApi(fastify);
  logRequests(fastify, await app.resolve(PinoLogger));
  app.get(MetricsRegistry).observe(fastify);
  addOperationsRoutes(app, fastify, options.name);
  await options.configure?.(app);
  await app.init();
  return app;
}

/**
 * Starts a service and keeps it until SIGTERM. Rejects, after a readable line, if the environment is incomplete, the
 * port taken or a module fails: the supervisor decides what then.
 */
export async function startService(options: ServiceOptions): Promise<NestFastifyApplication> {
  const app = await createService(options);
  const env = readPlatformEnv();
  stopOnSignal(app);
  await app.listen(options.port ?? env.SERVICE_PORT, env.SERVICE_HOST);
  app.get(Logger).log(`${options.name} listens on ${await app.getUrl()} as ${[...readRoles()].join(', ')}`);
  await startTransports(app);
  return app;
}

/** Last, so that a broker that is down keeps nobody from being served. */
export async function startTransports(app: NestFastifyApplication): Promise<void> {
  const transports = app.get(TransportRegistry).all();
  for (const transport of transports) app.connectMicroservice(transport);
  if (transports.length > 0) await app.startAllMicroservices();
}
