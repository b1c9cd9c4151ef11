import { Injectable } from '@nestjs/common';
import type { Instant } from '@hsl/contracts/instants';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { randomUUID } from 'node:crypto';
import { GatewayDatabase } from '../gateway-database.js';
import type { Prisma } from '../generated/prisma/client.js';

/** A key pair as it is stored. Instants in milliseconds since the epoch. */
export interface StoredSigningKey {
  kid: string;
  privateJwk: JWK;
  publicJwk: JWK;
  activeFrom: Instant;
  retiredAt?: Instant;
}

/** Any number; it only has to differ from other advisory locks of this database. */
const FIRST_KEY_LOCK = 7_312_001;

@Injectable()
export class SigningKeyRepository {
  constructor(private readonly database: GatewayDatabase) {}

  /** Keys still published, the newest first. */
  async published(now: Instant): Promise<StoredSigningKey[]> {
    const rows = await this.database.system.signingKey.findMany({
      where: { OR: [{ retiredAt: null }, { retiredAt: { gt: new Date(now) } }] },
      orderBy: [{ activeFrom: 'desc' }, { kid: 'asc' }],
      take: 10,
    });
    return rows.map((row) => ({
      kid: row.kid,
      privateJwk: row.privateJwk as unknown as JWK,
      publicJwk: row.publicJwk as unknown as JWK,
      activeFrom: row.activeFrom.getTime(),
      retiredAt: row.retiredAt?.getTime(),
    }));
  }

  /** Makes the installation's first key; of several replicas that start at once only one does. */
  async ensureOne(now: Instant): Promise<void> {
    const first = await newKeyRow(now, now);
    await this.database.system.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FIRST_KEY_LOCK})`;
      if ((await tx.signingKey.count()) === 0) await tx.signingKey.create({ data: first });
    });
  }

  /** Adds a key that signs from `activeFrom`; the others are published until `retireAt` and sign no more by then. */
  async rotate(now: Instant, activeFrom: Instant, retireAt: Instant): Promise<string> {
    const next = await newKeyRow(now, activeFrom);
    await this.database.system.$transaction([
      this.database.system.signingKey.updateMany({
        where: { retiredAt: null },
        data: { retiredAt: new Date(retireAt) },
      }),
      this.database.system.signingKey.create({ data: next }),
    ]);
    return next.kid;
  }
}

async function newKeyRow(now: Instant, activeFrom: Instant): Promise<Prisma.SigningKeyCreateInput> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const kid = randomUUID();
  const mark = { kid, alg: 'EdDSA', use: 'sig' };
  return {
    kid,
    privateJwk: { ...(await exportJWK(privateKey)), ...mark } as Prisma.InputJsonObject,
    publicJwk: { ...(await exportJWK(publicKey)), ...mark } as Prisma.InputJsonObject,
    createdAt: new Date(now),
    activeFrom: new Date(activeFrom),
  };
}
