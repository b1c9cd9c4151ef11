import { Injectable } from '@nestjs/common';
import { TOKEN_ALGORITHM, TOKEN_AUDIENCE, TOKEN_ISSUER } from '@hsl/access/token-verifier';
import type { Post } from '@hsl/contracts/roles';
import { Clock } from '@hsl/platform/clock';
import { SignJWT } from 'jose';
import { SigningKeys } from './signing-keys.service.js';

/** What a token says of whom it speaks for; verified by every service. */
export interface TokenClaims {
  userId: string;
  subdistrictId: string;
  posts: Post[];
  /** As colleagues know them; absent for keys. */
  name?: string;
  sessionId?: string;
  /** Version of the account's rights; a token of an older one is refused at the edge. */
  rightsVersion?: number;
  keyScopes?: string[];
  keyId?: string;
}

@Injectable()
export class AccessTokens {
  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {}

  async issue(claims: TokenClaims, lifeSeconds: number): Promise<string> {
    const { kid, key } = await this.keys.signing();
    const now = Math.floor(this.clock.now() / 1000);
    const { userId, sessionId, rightsVersion, ...rest } = claims;
    return new SignJWT({ ...rest, sid: sessionId, rv: rightsVersion })
      .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid, typ: 'JWT' })
      .setSubject(userId)
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(now + lifeSeconds)
      .sign(key);
  }
}
