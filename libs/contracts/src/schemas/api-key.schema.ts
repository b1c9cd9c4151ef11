import { z } from 'zod';
import { API_KEY_SCOPES, COMMUNITY_KEY_SCOPES } from '../api-key-scopes.js';

const scopesSchema = z.array(z.enum(API_KEY_SCOPES)).min(1).max(API_KEY_SCOPES.length);
const communityScopes: readonly string[] = COMMUNITY_KEY_SCOPES;

export const issueApiKeySchema = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    communityId: z.string().min(1).max(40).optional(),
    scopes: scopesSchema,
    expiresAt: z.iso.datetime({ offset: true }).meta({ description: 'Within a year.' }),
  })
  .refine((key) => key.communityId !== undefined || !key.scopes.some((scope) => communityScopes.includes(scope)), {
    path: ['communityId'],
    params: { code: 'required', zh: '这些权限须指定社区。', en: 'These scopes need a community.' },
  })
  .meta({
    id: 'IssueApiKey',
    examples: [
      {
        name: '金苑社区网格系统',
        communityId: 'ZX01',
        scopes: ['whistles.write'],
        expiresAt: '2027-06-30T00:00:00+08:00',
      },
    ],
  });
export type IssueApiKey = z.output<typeof issueApiKeySchema>;

export const apiKeySchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().meta({ description: 'First characters of the key, to tell keys apart.' }),
    communityId: z.string().optional(),
    scopes: z.array(z.string()),
    status: z.enum(['active', 'expired', 'revoked']),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().optional(),
    lastUsedAt: z.iso.datetime().optional().meta({ description: 'To the minute; absent for a key never used.' }),
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyAnswer = z.output<typeof apiKeySchema>;

export const issuedApiKeySchema = apiKeySchema
  .extend({ key: z.string().meta({ description: 'Shown this once.' }) })
  .meta({ id: 'IssuedApiKey' });
export type IssuedApiKeyAnswer = z.output<typeof issuedApiKeySchema>;

export const apiKeyPageSchema = z
  .object({ items: z.array(apiKeySchema), nextCursor: z.string().optional() })
  .meta({ id: 'ApiKeyPage' });
