import type { Sitting } from '@hsl/contracts/schemas/sittings';
import { useMe } from '../sign-in/use-me.js';

/** Whether the reader signed in to the sitting, by account or as a member. */
export function useIsHere(sitting: Sitting | undefined): boolean {
  const me = useMe();
  const memberIds = (me?.posts ?? []).flatMap(({ memberId }) => memberId ?? []);
  return (sitting?.participants ?? []).some(
    ({ userId, memberId, signedInAt }) =>
      signedInAt !== undefined && (userId === me?.userId || (memberId !== undefined && memberIds.includes(memberId))),
  );
}
