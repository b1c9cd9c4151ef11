import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@hsl/platform/clock';
import { ApiKeyRepository, type ApiKeyRow } from '../api-keys/api-key.repository.js';
import { GATEWAY_ENV, type GatewayEnv } from '../gateway-env.js';
import { hashOfSecret } from '../secret.js';
import { AccessTokens } from '../tokens/access-tokens.service.js';
import { ExpiringCache } from './expiring-cache.js';

/** A key that stands, and the token that speaks for it behind the edge. */
export interface LiveKey {
  keyId: string;
  token: string;
}

/** Outlives the cache, so that a token handed on is good for the request it goes with. */
const KEY_TOKEN_SECONDS = 60;
const MOST_KEYS = 5_000;

/** Exchanges a partner's key for a short token: services see tokens only. Revoking works within the cache's time. */
@Injectable()
export class LiveKeys {
  private readonly tokens: ExpiringCache<LiveKey | undefined>;

  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly accessTokens: AccessTokens,
    private readonly clock: Clock,
    @Inject(GATEWAY_ENV) env: GatewayEnv,
  ) {
    this.tokens = new ExpiringCache(env.CREDENTIAL_CACHE_SECONDS * 1000, MOST_KEYS, () => clock.now());
  }

  /** Undefined for a key there is none of, revoked or expired: they read alike. */
  async find(key: string): Promise<LiveKey | undefined> {
    const hash = hashOfSecret(key);
    const live = await this.tokens.get(hash, () => this.exchange(hash));
    // What is no key must not fill the cache.
    if (live === undefined) this.tokens.forget(hash);
    return live;
  }

  forget(hash: string): void {
    this.tokens.forget(hash);
  }

  private async exchange(hash: string): Promise<LiveKey | undefined> {
    const row = await this.keys.findByHash(hash);
    const now = this.clock.now();
    if (!row || row.revokedAt || row.expiresAt.getTime() <= now) return undefined;
    await this.keys.wasUsed(row, now);
    return { keyId: row.id, token: await this.accessTokens.issue(claimsOf(row), KEY_TOKEN_SECONDS) };
  }
}

const claimsOf = ({ id, subdistrictId, communityId, scopes }: ApiKeyRow) => ({
  userId: `key-${id}`,
  subdistrictId,
  posts: [{ role: 'partnerKey' as const, communityIds: communityId === null ? [] : [communityId] }],
  keyScopes: scopes,
  keyId: id,
});
