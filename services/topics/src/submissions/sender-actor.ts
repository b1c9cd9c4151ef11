import type { Actor } from '@hsl/access/actor';

/** Whoever has the tracking code is the sender, and has no other name. */
export const SENDER = 'sender';

/** A resident without account, as the table of rights sees one. */
export const senderActor = (subdistrictId: string): Actor => ({
  ...{ userId: SENDER, subdistrictId, posts: [{ role: 'resident' }] },
});
