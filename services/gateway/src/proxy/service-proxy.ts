import httpProxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { answerProblem, BODY_LIMIT_BYTES, UPLOAD_LIMIT_BYTES } from '@hsl/platform/fastify-server';
import { ProblemError } from '@hsl/platform/problem.error';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { EdgeGuard } from '../edge/edge-guard.js';
import { GATEWAY_ENV, type GatewayEnv } from '../gateway-env.js';
import { withoutHopHeaders } from './hop-headers.js';
import { SERVICE_ROUTES, STREAM_PREFIXES } from './service-routes.js';
import { endWhenRightsEnd } from './stream-watch.js';
import { connectionOptions } from './upstream-options.js';

const logger = new Logger('ServiceProxy');

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Hands requests on to the service that owns the path, unchanged but for headers that must not pass. */
@Injectable()
export class ServiceProxy {
  private readonly bodyLengths = new WeakMap<FastifyRequest, number>();

  constructor(
    private readonly edge: EdgeGuard,
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
  ) {}

  async register(fastify: FastifyInstance): Promise<void> {
    await fastify.register(async (scope) => {
      scope.setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
      this.acceptAnyBody(scope);
      for (const [service, prefixes] of Object.entries(SERVICE_ROUTES)) {
        for (const prefix of prefixes) await scope.register(httpProxy, this.optionsOf(service, prefix));
      }
    });
  }

  /**
   * Bodies pass as they came, up to 1 MB; whether they are JSON is the service's to say. A form with a file passes piece
   * by piece, and says its length before.
   */
  private acceptAnyBody(scope: FastifyInstance): void {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('multipart/form-data', (request: FastifyRequest, payload, done) => {
      const length = Number(request.headers['content-length']);
      if (!(length <= UPLOAD_LIMIT_BYTES)) return done(new ProblemError('bodyTooLarge'));
      this.bodyLengths.set(request, length);
      done(null, payload);
    });
    const limit = { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES } as const;
    scope.addContentTypeParser('*', limit, (request: FastifyRequest, body: Buffer, done) => {
      this.bodyLengths.set(request, body.length);
      done(null, Readable.from([body]));
    });
  }

  private optionsOf(service: string, prefix: string): FastifyHttpProxyOptions {
    const isStream = STREAM_PREFIXES.has(prefix);
    return {
      // A service nobody configured is a service that is down.
      upstream: this.env.SERVICE_URLS[service] ?? 'http://127.0.0.1:9',
      prefix,
      rewritePrefix: prefix,
      proxyPayloads: false,
      httpMethods: [...METHODS],
      undici: connectionOptions(this.env.UPSTREAM_TIMEOUT_MS, isStream),
      destroyAgent: true,
      disableRequestLogging: true,
      // A person may press again; the proxy does not do so on its own.
      retryMethods: [],
      preHandler: (request, _reply, done) => {
        refuseTraversal(request);
        const caller = isStream ? this.edge.callerOf(request) : undefined;
        if (caller) endWhenRightsEnd(request, caller);
        done();
      },
      replyOptions: {
        retryDelay: () => null,
        rewriteRequestHeaders: (request, headers) => this.requestHeaders(request as FastifyRequest, headers),
        rewriteHeaders: (headers) => answerHeaders(headers),
        onError: (reply, { error }) => answerUpstreamError(reply as FastifyReply, error),
      },
    };
  }

  private requestHeaders(request: FastifyRequest, headers: Record<string, string | string[] | undefined>) {
    const length = this.bodyLengths.get(request);
    const kept = withoutHopHeaders(headers);
    delete kept['content-length'];
    return {
      ...kept,
      ...(length === undefined ? {} : { 'content-length': String(length) }),
      'x-forwarded-for': request.ip,
      'x-forwarded-host': request.host,
      'x-forwarded-proto': request.protocol,
    };
  }
}

/** The edge's own id, trace and security headers stand already. */
function answerHeaders<H extends Record<string, string | string[] | undefined>>(headers: H): H {
  const kept = withoutHopHeaders(headers);
  delete kept['x-request-id'];
  delete kept['server'];
  return kept;
}

/** No path of ours holds `..`; one that does wants to leave its prefix. */
function refuseTraversal(request: FastifyRequest): void {
  if (decodeURIComponent(request.url.split('?')[0] ?? '').includes('..')) throw new ProblemError('notFound');
}

/** Whatever keeps a service from answering reads the same outside: try again. */
function answerUpstreamError(reply: FastifyReply, cause: Error): void {
  logger.warn(`${reply.request.method} ${reply.request.routeOptions.url}: ${cause.message}`);
  answerProblem(new ProblemError('serviceUnavailable', { cause }), reply.request, reply);
}
