import { Injectable } from '@nestjs/common';
import { ROLES } from '@hsl/contracts/roles';
import { ProblemError } from '@hsl/platform/problem.error';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Actor } from './actor.js';
import { VerifiedTokens } from './verified-tokens.js';

export const TOKEN_ISSUER = 'haoshangliang';
export const TOKEN_AUDIENCE = 'haoshangliang';
/** The one algorithm: a token naming another, or none, is refused before its key is looked at. */
export const TOKEN_ALGORITHM = 'EdDSA';

const CLOCK_TOLERANCE_SECONDS = 5;
const JWKS_TIMEOUT_MS = 2_000;
/** A key id nobody knows makes the set be fetched again, at most so often. */
const JWKS_COOLDOWN_MS = 10_000;
const JWKS_CACHE_MS = 600_000;

const id = z.string().min(1).max(100);

/** Claims of our tokens; posts are those of the account at the moment of issue, five minutes at most ago. */
const claimsSchema = z.object({
  sub: id,
  name: id.optional(),
  subdistrictId: id,
  posts: z
    .array(
      z.object({
        role: z.enum(ROLES),
        communityIds: z.array(id).max(100).optional(),
        departmentId: id.optional(),
        memberId: id.optional(),
      }),
    )
    .max(50),
  sid: id.optional(),
  keyScopes: z.array(id).max(20).optional(),
  keyId: id.optional(),
});

/** Turns a bearer token into the actor it speaks for; nothing in a token is believed before its signature. */
@Injectable()
export class TokenVerifier {
  /** @param verified tokens to believe for a while; without it each is checked each time */
  constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly verified?: VerifiedTokens,
  ) {}

  /** Keys come from the gateway's published set and are kept; a set that cannot be fetched is no fault of the token. */
  static fromUrl(jwksUrl: string): TokenVerifier {
    return new TokenVerifier(
      createRemoteJWKSet(new URL(jwksUrl), {
        timeoutDuration: JWKS_TIMEOUT_MS,
        cooldownDuration: JWKS_COOLDOWN_MS,
        cacheMaxAge: JWKS_CACHE_MS,
      }),
      new VerifiedTokens(),
    );
  }

  /**
   * @throws ProblemError notAuthenticated for a token that does not hold, serviceUnavailable if the keys cannot be got
   */
  async actorOf(token: string): Promise<Actor> {
    const known = this.verified?.find(token);
    if (known) return known;
    const payload = await this.verify(token);
    const claims = claimsSchema.safeParse(payload);
    if (!claims.success) throw new ProblemError('notAuthenticated', { cause: claims.error });
    const { sub, name, subdistrictId, posts, sid, keyScopes, keyId } = claims.data;
    const actor = { userId: sub, name, subdistrictId, posts, sessionId: sid, keyScopes, keyId };
    this.verified?.keep(token, actor, payload.exp ?? 0);
    return actor;
  }

  private async verify(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: TOKEN_ISSUER,
        audience: TOKEN_AUDIENCE,
        algorithms: [TOKEN_ALGORITHM],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      return payload;
    } catch (error) {
      throw new ProblemError(isFaultOfToken(error) ? 'notAuthenticated' : 'serviceUnavailable', { cause: error });
    }
  }
}

/** Everything jose says of a token or its key; a time-out, a bad answer of the key server or a broken line is not. */
function isFaultOfToken(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return false;
  if (!(error instanceof errors.JOSEError)) return false;
  // The generic error is what a key server that does not answer 200 causes.
  return error.code !== 'ERR_JOSE_GENERIC';
}
