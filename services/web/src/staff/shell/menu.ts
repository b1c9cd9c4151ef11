import type { Post, Role } from '@hsl/contracts/roles';
import { ADMIN_ROLES } from '../admin/admin-pages.js';

interface MenuEntry {
  to:
    | '/work'
    | '/inbox'
    | '/whistles'
    | '/whistles/new'
    | '/board'
    | '/triage'
    | '/tasks'
    | '/calls'
    | '/figures'
    | '/reports'
    | '/duty'
    | '/submissions'
    | '/sessions'
    | '/topics'
    | '/proposals'
    | '/admin'
    | '/coverage'
    | '/activities'
    | '/departments';
  words: string;
  /** Left out: everybody who signs in. */
  roles?: readonly Role[];
}

const COMMUNITY: readonly Role[] = ['communityWorker', 'communityHead'];
const DEPARTMENT: readonly Role[] = ['handler', 'deputyHead', 'head'];
const LEADERS: readonly Role[] = ['deputyLeader', 'groupLeader', 'districtCommittee'];

/**
 * At most seven for anybody, the rest is found by the search (`search/room-links.tsx`); services decide what may be
 * done, this only what is worth a way in.
 */
const MENU: readonly MenuEntry[] = [
  { to: '/work', words: 'menu.work' },
  { to: '/whistles/new', words: 'menu.blow', roles: COMMUNITY },
  { to: '/calls', words: 'calls.title', roles: ['member'] },
  { to: '/duty', words: 'duty.title', roles: ['member'] },
  { to: '/triage', words: 'triage.title', roles: ['liaisonOfficer'] },
  { to: '/submissions', words: 'submissions.title', roles: ['liaisonOfficer', ...COMMUNITY] },
  { to: '/tasks', words: 'tasks.title', roles: DEPARTMENT },
  { to: '/board', words: 'menu.board', roles: ['liaisonOfficer', ...COMMUNITY, ...DEPARTMENT, ...LEADERS] },
  {
    to: '/whistles',
    words: 'menu.whistles',
    roles: ['liaisonOfficer', 'member', ...COMMUNITY, ...DEPARTMENT, ...LEADERS],
  },
  { to: '/figures', words: 'figures.title', roles: ['liaisonOfficer', 'head', 'deputyHead', ...LEADERS] },
  // A liaison officer, who has seven, comes to them from the figures.
  { to: '/reports', words: 'reports.title', roles: ['communityHead', 'head', 'deputyHead', ...LEADERS] },
  { to: '/sessions', words: 'sessions.title', roles: ['liaisonOfficer', 'member', ...COMMUNITY] },
  // The three lead to each other: each role has the one it begins with.
  { to: '/topics', words: 'topics.title', roles: LEADERS },
  { to: '/proposals', words: 'proposals.title', roles: ['deputyHead', 'head'] },
  { to: '/coverage', words: 'members.title', roles: ['deputyLeader', 'groupLeader'] },
  { to: '/activities', words: 'activities.title', roles: ['member', ...COMMUNITY] },
  { to: '/departments', words: 'department.title', roles: DEPARTMENT },
  { to: '/inbox', words: 'menu.inbox' },
  { to: '/admin', words: 'admin.title', roles: ADMIN_ROLES },
];

export const menuFor = (posts: readonly Pick<Post, 'role'>[]): readonly MenuEntry[] =>
  MENU.filter(({ roles }) => !roles || posts.some(({ role }) => roles.includes(role)));
