import { z } from 'zod';
import { WhistleItem } from './whistle-answers.js';

/** Matters somebody keeps an eye on (S95). */

const serverNow = z.iso.datetime().optional();
const followedAt = z.iso.datetime();

export const Follow = z
  .object({
    whistleId: z.uuid(),
    followedAt,
    seenVersion: z.int().meta({ description: 'Version of the whistle that counts as seen' }),
    serverNow,
  })
  .meta({ id: 'Follow', description: 'That the caller follows a whistle' });
export type Follow = z.output<typeof Follow>;

export const Unfollowed = z
  .object({ whistleId: z.uuid(), serverNow })
  .meta({ id: 'Unfollowed', description: 'That the caller follows a whistle no longer' });
export type Unfollowed = z.output<typeof Unfollowed>;

export const FollowedWhistles = z
  .object({
    items: z.array(
      z.object({
        whistle: WhistleItem,
        followedAt,
        changes: z.int().min(0).meta({ description: 'Decisions taken on it since the caller last looked' }),
      }),
    ),
    truncated: z.boolean().meta({ description: 'Whether more are followed than are listed' }),
    serverNow,
  })
  .meta({ id: 'FollowedWhistles', description: 'The latest hundred, as any list shows them; the changed ones first' });
export type FollowedWhistles = z.output<typeof FollowedWhistles>;
