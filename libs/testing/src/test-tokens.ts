import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Post } from '@hsl/contracts/roles';

/** Whom a token speaks for, as `Actor` of @hsl/access. */
export interface TokenHolder {
  userId: string;
  subdistrictId: string;
  posts: Post[];
  name?: string;
  sessionId?: string;
  keyScopes?: string[];
  keyId?: string;
}

export interface TestTokens {
  /** What JWKS_URL of the service under test must name. */
  jwksUrl: string;
  /** A bearer token as the gateway issues it; five minutes unless said otherwise. */
  sign(holder: TokenHolder, options?: { expiresInSeconds?: number }): string;
  close(): Promise<void>;
}

const FIVE_MINUTES_S = 300;
const ISSUER_AND_AUDIENCE = 'haoshangliang';

/** A gateway's key set on a port of its own, and the private key behind it. */
export async function testTokens(): Promise<TestTokens> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const kid = randomUUID();
  const keySet = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'EdDSA', use: 'sig' }] };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(keySet));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    jwksUrl: `http://127.0.0.1:${port}/.well-known/jwks.json`,
    sign: (holder, { expiresInSeconds = FIVE_MINUTES_S } = {}) => {
      const unsigned = `${encoded({ alg: 'EdDSA', kid, typ: 'JWT' })}.${encoded(claimsOf(holder, expiresInSeconds))}`;
      return `${unsigned}.${sign(null, Buffer.from(unsigned), privateKey).toString('base64url')}`;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    },
  };
}

function claimsOf({ userId, sessionId, ...rest }: TokenHolder, expiresInSeconds: number): object {
  const iat = Math.floor(Date.now() / 1000);
  const standard = { iss: ISSUER_AND_AUDIENCE, aud: ISSUER_AND_AUDIENCE, iat, exp: iat + expiresInSeconds };
  return { ...standard, sub: userId, sid: sessionId, ...rest };
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
