import { z } from 'zod';
import { ROLES } from '../roles.js';

export const postSchema = z
  .object({
    role: z.enum(ROLES),
    communityIds: z.array(z.string()).optional(),
    departmentId: z.string().optional(),
    memberId: z.string().optional(),
  })
  .meta({ id: 'Post', description: 'One role held by a person, with the place it is held for.' });

export const signInSchema = z
  .strictObject({ userName: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) })
  .meta({ id: 'SignIn', examples: [{ userName: 'zx-liaison1', password: '……' }] });
export type SignIn = z.output<typeof signInSchema>;

export const refreshSessionSchema = z
  .strictObject({ refreshToken: z.string().min(1).max(200) })
  .meta({ id: 'RefreshSession', examples: [{ refreshToken: '……' }] });
export type RefreshSession = z.output<typeof refreshSessionSchema>;

export const meSchema = z
  .object({
    userId: z.string(),
    name: z.string(),
    subdistrictId: z.string(),
    posts: z.array(postSchema),
    keyScopes: z.array(z.string()).optional().meta({ description: 'Only for an API key.' }),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof meSchema>;

export const sessionSchema = z
  .object({
    accessToken: z.string(),
    tokenType: z.literal('Bearer'),
    expiresInSeconds: z.int().meta({ description: 'Life of the access token, in seconds.' }),
    refreshToken: z.string().meta({ description: 'Works once; using it again ends the session.' }),
    refreshExpiresAt: z.iso.datetime(),
    me: meSchema,
  })
  .meta({ id: 'Session' });
export type SessionAnswer = z.output<typeof sessionSchema>;

export const signedOutSchema = z.object({ signedOut: z.literal(true) }).meta({ id: 'SignedOut' });
