import type { Legality } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Target } from '@hsl/access/target';

interface Lies {
  departmentId: string;
  communityId: string;
}

/** Where a card, an order or an interview lies, for the scopes of the table of rights. */
export function placeOf(actor: Actor, { departmentId, communityId }: Lies): Target {
  // While nobody is named for a task, every handler of its department is in charge.
  const isOwn = actor.posts.some((post) => post.role === 'handler' && post.departmentId === departmentId);
  const { subdistrictId } = actor;
  return { subdistrictId, communityId, departmentIds: [departmentId], assigneeIds: isOwn ? [actor.userId] : [] };
}

export const orderLegality = ({ state }: { state: string }): Legality => ({
  'order.answer': { legal: state === 'ISSUED' },
  'order.close': { legal: state === 'ANSWERED' },
});
export const interviewLegality = ({ heldAt }: { heldAt: Date | null }): Legality => ({
  'interview.record': { legal: heldAt === null },
});
export const cardLegality = ({ withdrawnAt }: { withdrawnAt: Date | null }): Legality => ({
  'card.withdraw': { legal: withdrawnAt === null },
});
