import { Inject, Injectable } from '@nestjs/common';
import { answerProblem } from '@hsl/platform/fastify-server';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GATEWAY_ENV, type GatewayEnv } from '../gateway-env.js';
import { Credentials, type Caller } from './credentials.js';
import { publicUseOf } from './public-routes.js';
import { RateLimiter } from './rate-limiter.js';

/** Reached without any credential: an old token sent along by habit must not keep anybody from signing in. */
const OPEN_PATHS = new Set(['/api/sessions', '/api/sessions/refresh', '/api/openapi.json', '/.well-known/jwks.json']);
const OPEN_PREFIX = '/api/docs';
const HOUR_MS = 3_600_000;
/** Answered by the process itself, for probes and scrapers. */
const OPERATIONS_PATHS = new Set(['/health/live', '/health/ready', '/metrics', '/openapi.json']);

/** Never taken from outside: only the edge itself may say these. */
const FORGEABLE = /^(x-hsl-|x-subdistrict|x-tenant|x-forwarded-(?!for$)|x-real-ip$|forwarded$|cookie$|x-api-key$)/;

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

/** The first thing every request meets: who is it, does that still stand, and not too often. */
@Injectable()
export class EdgeGuard {
  private readonly limiter: RateLimiter;
  private readonly callers = new WeakMap<FastifyRequest, Caller>();

  constructor(
    private readonly credentials: Credentials,
    @Inject(GATEWAY_ENV) private readonly env: GatewayEnv,
    clock: Clock,
  ) {
    this.limiter = new RateLimiter(() => clock.now());
  }

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', async (request, reply) => {
      reply.headers(SECURITY_HEADERS);
      const path = request.url.split('?')[0] ?? '';
      // Everything else is admitted first: a path written in another way must not slip past.
      if (OPERATIONS_PATHS.has(path)) return undefined;
      try {
        await this.admit(request, OPEN_PATHS.has(path) || path.startsWith(OPEN_PREFIX));
        return undefined;
      } catch (error) {
        answerProblem(error, request, reply);
        return reply;
      }
    });
  }

  /** Who made the request, if somebody signed in. */
  callerOf(request: FastifyRequest): Caller | undefined {
    return this.callers.get(request);
  }

  /** @throws ProblemError notAuthenticated, rateLimited */
  private async admit(request: FastifyRequest, open: boolean): Promise<void> {
    const address = `address ${request.ip}`;
    const { headers } = request;
    // From here on the one address believed, for the sign-in log and for the services.
    headers['x-forwarded-for'] = request.ip;
    try {
      const caller = open ? undefined : await this.credentials.callerOf(headers);
      if (caller) this.callers.set(request, caller);
      for (const name of Object.keys(headers)) if (FORGEABLE.test(name)) delete headers[name];
      headers.authorization = caller && `Bearer ${caller.token}`;
      if (!caller) delete headers.authorization;
      const { RATE_LIMIT_PER_KEY, RATE_LIMIT_PER_USER } = this.env;
      if (caller) this.count(caller.name, caller.kind === 'key' ? RATE_LIMIT_PER_KEY : RATE_LIMIT_PER_USER);
      else if (open) this.count(address, this.env.RATE_LIMIT_PER_ADDRESS);
      else this.admitUnknown(request, address);
    } catch (error) {
      // Guessing credentials counts as well.
      if (error instanceof ProblemError && error.code === 'notAuthenticated') {
        this.count(address, this.env.RATE_LIMIT_PER_ADDRESS);
      }
      throw error;
    }
  }

  /** Nobody signed in: residents' routes pass, counted more strictly; no other path of the API does. */
  private admitUnknown({ method, url }: FastifyRequest, address: string): void {
    const path = url.split('?')[0] ?? '';
    const use = publicUseOf(method, path);
    if (use === undefined && isApi(path)) throw new ProblemError('notAuthenticated');
    this.count(address, this.env.RATE_LIMIT_PER_ADDRESS);
    if (use === undefined) return;
    const { RATE_LIMIT_PUBLIC_READS, RATE_LIMIT_PUBLIC_WRITES, RATE_LIMIT_PUBLIC_SITTINGS } = this.env;
    const most = {
      read: RATE_LIMIT_PUBLIC_READS,
      write: RATE_LIMIT_PUBLIC_WRITES,
      sitting: RATE_LIMIT_PUBLIC_SITTINGS,
    };
    const counted = use === 'text' ? 'write' : use;
    this.count(`public ${counted} ${address}`, most[counted]);
    if (use === 'text') this.count(`public text ${address}`, this.env.RATE_LIMIT_PUBLIC_TEXTS, HOUR_MS);
  }

  private count(caller: string, most: number, withinMs?: number): void {
    const waitSeconds = this.limiter.take(caller, most, withinMs);
    if (waitSeconds > 0) throw new ProblemError('rateLimited', { retryAfterSeconds: waitSeconds });
  }
}

/** However the path is written: the router decodes it as well. A path that cannot be decoded is no route. */
function isApi(path: string): boolean {
  try {
    return decodeURIComponent(path).startsWith('/api/');
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
