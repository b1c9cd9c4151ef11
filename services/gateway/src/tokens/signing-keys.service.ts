import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '@hsl/contracts/instants';
import { Clock } from '@hsl/platform/clock';
import { createLocalJWKSet, importJWK, type CryptoKey, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { SigningKeyRepository } from './signing-key.repository.js';

interface LoadedKeys {
  signing: { kid: string; key: CryptoKey };
  jwks: JSONWebKeySet;
  find: JWTVerifyGetKey;
  loadedAt: Instant;
}

/** How soon every replica knows of a rotation. */
const RELOAD_AFTER_MS = 10_000;
/** A new key is published for this long before it signs, so that services have fetched it. */
const PUBLISH_AHEAD_MS = 60_000;
/** A key that signs no more stays published until the last token it signed has run out. */
const OUTLIVE_MS = 900_000;

/** The key pairs that sign access tokens, as the database has them. */
@Injectable()
export class SigningKeys implements OnModuleInit {
  private loaded?: LoadedKeys;
  private loading?: Promise<LoadedKeys>;

  constructor(
    private readonly keys: SigningKeyRepository,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.keys.ensureOne(this.clock.now());
    await this.current();
  }

  async signing(): Promise<{ kid: string; key: CryptoKey }> {
    return (await this.current()).signing;
  }

  /** What /.well-known/jwks.json answers. */
  async jwks(): Promise<JSONWebKeySet> {
    return (await this.current()).jwks;
  }

  /** For the verifier of the gateway's own routes. */
  readonly find: JWTVerifyGetKey = async (header, token) => (await this.current()).find(header, token);

  /** Starts the change to a new key; returns its id. Tokens of the old one go on to hold until they run out. */
  async rotate(): Promise<string> {
    const now = this.clock.now();
    const kid = await this.keys.rotate(now, now + PUBLISH_AHEAD_MS, now + PUBLISH_AHEAD_MS + OUTLIVE_MS);
    this.loaded = undefined;
    return kid;
  }

  private async current(): Promise<LoadedKeys> {
    const { loaded } = this;
    if (loaded && this.clock.now() - loaded.loadedAt < RELOAD_AFTER_MS) return loaded;
    this.loading ??= this.load().finally(() => (this.loading = undefined));
    // A database that is down does not stop tokens from being checked with the keys already known.
    return loaded ? this.loading.catch(() => loaded) : this.loading;
  }

  private async load(): Promise<LoadedKeys> {
    const now = this.clock.now();
    const stored = await this.keys.published(now);
    const newest = stored.find((key) => key.activeFrom <= now);
    if (!newest) throw new Error('there is no signing key');
    const jwks = { keys: stored.map((key) => key.publicJwk) };
    const key = (await importJWK(newest.privateJwk, 'EdDSA')) as CryptoKey;
    this.loaded = { signing: { kid: newest.kid, key }, jwks, find: createLocalJWKSet(jwks), loadedAt: now };
    return this.loaded;
  }
}
