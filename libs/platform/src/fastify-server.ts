import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { localeOf } from './locale.js';
import { problemAnswerOf } from './problem-details.js';
import { ProblemError } from './problem.error.js';
import { runInTrace, traceContextOf } from './trace-context.js';

/** The largest body any route takes, 1 MB. */
export const BODY_LIMIT_BYTES = 1_048_576;

/** The largest form with a file, 12 MB: above any limit of a single file, so that the owner can say what is too large. */
export const UPLOAD_LIMIT_BYTES = 12 * 1_048_576;

/** A request that sends nothing for so long is cut off. */
const REQUEST_TIMEOUT_MS = 60_000;

/**
 * @param trustProxy whose X-Forwarded-For counts: 'loopback' (the gateway on the same machine), a list of addresses, or nobody's
 */
export function createFastifyAdapter(trustProxy: string | false): FastifyAdapter {
  const options: FastifyServerOptions = {
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy,
    requestTimeout: REQUEST_TIMEOUT_MS,
    logger: false,
    // While it stops it still serves what arrives on open connections, and closes them.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => answerProblem(error, request, reply),
  };
  return new FastifyAdapter(options);
}

/** JSON only, and a request id and trace on every request and answer. */
export function prepareFastify(fastify: FastifyInstance): void {
  acceptJsonOnly(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    const trace = traceContextOf(request.headers);
    // Written back so that the logger, a proxy and a handler all read the same.
    request.headers['traceparent'] = trace.traceparent;
    request.headers['x-request-id'] = trace.requestId;
    void reply.header('x-request-id', trace.requestId);
    runInTrace(trace, done);
  });
}

/** Fastify's own parser, which refuses __proto__; its errors would lose their code on the way through Nest. */
function acceptJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    void parse(request, body, (error, parsed) => {
      if (error) done(new ProblemError('malformedJson', { cause: error }));
      else done(null, parsed);
    });
  });
}

/** A process that does not play the role `api` answers health and metrics only. */
export function refuseApi(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith('/api/')) return done();
    answerProblem(new ProblemError('notFound'), request, reply);
  });
}

/** Answers an error outside Nest: in a hook, or in the scope of a plugin. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { body, headers } = problemAnswerOf(error, localeOf(request), request.url.split('?')[0]);
  void reply.code(body.status).headers(headers).send(JSON.stringify(body));
}
