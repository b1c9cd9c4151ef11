import type { Post, Role } from '@hsl/contracts/roles';

/** In which capacity something is waited for, and what the live list calls it. */
export interface Capacity {
  role: Role;
  waitingFor: string;
}

/** Keepers do not act (docs/abilities.md): no matter ever waits for them, and they may not read the list. */
const KEEPERS: readonly Role[] = ['admin', 'auditor'];

/** Whom a matter may wait for when it waits for the holder of these posts; each once. */
export function capacitiesOf(posts: readonly Pick<Post, 'role' | 'departmentId' | 'memberId'>[]): Capacity[] {
  const acting = posts.filter(({ role }) => !KEEPERS.includes(role));
  const all = acting.map(({ role, departmentId, memberId }) => ({
    role,
    waitingFor: memberId ?? departmentId ?? role,
  }));
  return all.filter(({ waitingFor }, index) => all.findIndex((one) => one.waitingFor === waitingFor) === index);
}
