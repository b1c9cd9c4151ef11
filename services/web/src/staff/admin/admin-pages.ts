import type { Role } from '@hsl/contracts/roles';

/** Pages of the administration, in the order in which they are offered; `words` names one and its question. */
export const ADMIN_PAGES = [
  { to: '/admin/rules', words: 'admin.rules', roles: ['admin', 'deputyLeader', 'groupLeader'] },
  { to: '/admin/calendar', words: 'admin.calendar', roles: ['admin', 'deputyLeader', 'groupLeader'] },
  {
    to: '/admin/categories',
    words: 'admin.categories',
    roles: ['admin', 'liaisonOfficer', 'deputyLeader', 'groupLeader'],
  },
  { to: '/admin/texts', words: 'admin.texts', roles: ['admin', 'liaisonOfficer'] },
  { to: '/admin/people', words: 'admin.people', roles: ['admin', 'deputyLeader', 'groupLeader'] },
  { to: '/admin/places', words: 'admin.places', roles: ['admin'] },
  { to: '/admin/keys', words: 'admin.keys', roles: ['admin'] },
  { to: '/admin/webhooks', words: 'admin.webhooks', roles: ['admin'] },
  { to: '/admin/notice-rules', words: 'admin.noticeRules', roles: ['admin'] },
  { to: '/admin/audit', words: 'admin.audit', roles: ['admin', 'auditor', 'deputyLeader'] },
  { to: '/admin/health', words: 'admin.health', roles: ['admin', 'auditor'] },
] as const satisfies readonly { to: string; words: string; roles: readonly Role[] }[];

/** Who finds a way into the administration in the menu; the services decide what each may do. */
export const ADMIN_ROLES: readonly Role[] = [...new Set(ADMIN_PAGES.flatMap(({ roles }): readonly Role[] => roles))];
