import type { Sitting } from '@hsl/contracts/schemas/sittings';
import { useMe } from '../sign-in/use-me.js';

/** What the reader is to a sitting: signed in, invited by account, unit or as a member, or neither. */
export type Presence = 'here' | 'invited' | 'none';

export function usePresence(sitting: Sitting | undefined): Presence {
  const me = useMe();
  const posts = me?.posts ?? [];
  const own = (sitting?.participants ?? []).filter(
    ({ userId, memberId, departmentId }) =>
      (userId !== undefined && userId === me?.userId) ||
      posts.some((post) => memberId !== undefined && post.memberId === memberId) ||
      (userId === undefined && posts.some((post) => departmentId !== undefined && post.departmentId === departmentId)),
  );
  if (own.some(({ signedInAt }) => signedInAt !== undefined)) return 'here';
  return own.length > 0 ? 'invited' : 'none';
}
