import type { Actor } from '@hsl/access/actor';
import type { CheckInRow } from './check-ins.repository.js';

/**
 * A member has a conflict of interest if it was declared for this whistle (domain 4.5), or if the same person holds a
 * post in a unit with a task on it, declared or not.
 */
export function conflictOf(
  actor: Actor,
  { reasonCode }: Pick<CheckInRow, 'reasonCode'>,
  departmentIds: readonly string[],
): boolean {
  const ownUnits = actor.posts.flatMap(({ departmentId }) => departmentId ?? []);
  return reasonCode === 'conflictOfInterest' || ownUnits.some((unit) => departmentIds.includes(unit));
}
