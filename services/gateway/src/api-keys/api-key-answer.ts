import type { Instant } from '@hsl/contracts/instants';
import type { ApiKeyAnswer } from '@hsl/contracts/schemas/api-key.schema';
import type { ApiKeyRow } from './api-key.repository.js';

/** A key as it is shown: never the key itself, which nobody has but the partner. */
export const apiKeyAnswer = (row: ApiKeyRow, now: Instant): ApiKeyAnswer => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  ...(row.communityId === null ? {} : { communityId: row.communityId }),
  scopes: row.scopes,
  status: row.revokedAt ? 'revoked' : row.expiresAt.getTime() <= now ? 'expired' : 'active',
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  ...(row.lastUsedAt ? { lastUsedAt: row.lastUsedAt.toISOString() } : {}),
  ...(row.revokedAt ? { revokedAt: row.revokedAt.toISOString() } : {}),
});
