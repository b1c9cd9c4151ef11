import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ProblemError } from '@hsl/platform/problem.error';
import { PUBLIC_ROUTE } from '@hsl/platform/public-route';
import type { RequestWithActor } from './actor.js';
import { TokenVerifier } from './token-verifier.js';

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/i;

/** Every route asks for a token unless it is `@Public()`; a public route with a token knows who is asking. */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // A Kafka handler has no caller.
    if (context.getType() !== 'http') return true;
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const header = request.headers['authorization'];
    if (header === undefined) {
      if (isPublic) return true;
      throw new ProblemError('notAuthenticated');
    }
    const token = typeof header === 'string' ? BEARER.exec(header)?.[1] : undefined;
    if (token === undefined) throw new ProblemError('notAuthenticated');
    request.actor = await this.tokens.actorOf(token);
    return true;
  }
}
