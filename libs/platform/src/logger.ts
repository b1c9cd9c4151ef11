import type { FastifyInstance } from 'fastify';
import { PinoLogger, type Params } from 'nestjs-pino';
import { currentTrace } from './trace-context.js';

/** Mainland mobile numbers, wherever in a line they turn up. */
const PHONE = /(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)/g;

const SECRET_NAMES = ['password', 'phone', 'authorization', 'cookie', 'refreshToken', 'accessToken', 'token', 'secret'];
const SECRET_PATHS = [
  'headers["set-cookie"]',
  'headers["x-api-key"]',
  '*.headers["set-cookie"]',
  '*.headers["x-api-key"]',
  ...SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
];

/** Not worth a line each time a probe asks. */
const QUIET_PATHS = new Set(['/health/live', '/health/ready', '/metrics']);

/** 138****5678: enough to recognise one's own number, too little to call it. */
export const maskPhones = (line: string): string => line.replace(PHONE, '$1****$2');

/** One JSON line per event; whatever is logged while a request is served carries its id and trace. */
export function loggerParams(service: string, level: string): Params {
  return {
    // No middleware: requests are logged by a Fastify hook, and the context comes from our own storage.
    forRoutes: [],
    pinoHttp: {
      level,
      base: { service },
      mixin: () => ({ ...currentTrace() }),
      redact: { paths: SECRET_PATHS, censor: '[redacted]' },
      hooks: { streamWrite: maskPhones },
      autoLogging: false,
    },
  };
}

/**
 * One line per answer: what went well on debug, a refusal on info, a failure on error. Never its query, headers or
 * body: people search by name and phone.
 */
export function logRequests(fastify: FastifyInstance, logger: PinoLogger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const path = request.url.split('?')[0] ?? '';
    const status = reply.statusCode;
    const level = status >= 500 ? 'error' : status >= 400 ? 'info' : 'debug';
    if (!QUIET_PATHS.has(path) || status >= 400) {
      logger[level]({ method: request.method, path, status, ms: Math.round(reply.elapsedTime) }, 'answered');
    }
    done();
  });
}
