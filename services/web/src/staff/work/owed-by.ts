import { capacityOf, type Post, type Role } from '@hsl/contracts/roles';

/** In which capacity something is waited for, and what the live list calls it. */
export interface Capacity {
  role: Role;
  waitingFor: string;
}

/** Keepers do not act, and experts come when invited (docs/abilities.md): no matter waits for them, nor may they list any. */
const NOT_WAITED_FOR: readonly Role[] = ['admin', 'auditor', 'expert'];

/** Whom a matter may wait for when it waits for the holder of these posts; each once. */
export function capacitiesOf(posts: readonly Pick<Post, 'role' | 'departmentId' | 'memberId'>[]): Capacity[] {
  const acting = posts.filter(({ role }) => !NOT_WAITED_FOR.includes(role));
  const all = acting.map((post) => ({ role: post.role, waitingFor: capacityOf(post) }));
  return all.filter(({ waitingFor }, index) => all.findIndex((one) => one.waitingFor === waitingFor) === index);
}
