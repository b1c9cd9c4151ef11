import type { Post, Role } from '@hsl/contracts/roles';

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
    | '/duty'
    | '/submissions'
    | '/admin/webhooks';
  words: string;
  /** Left out: everybody who signs in. */
  roles?: readonly Role[];
}

const COMMUNITY: readonly Role[] = ['communityWorker', 'communityHead'];
const DEPARTMENT: readonly Role[] = ['handler', 'deputyHead', 'head'];
const LEADERS: readonly Role[] = ['deputyLeader', 'groupLeader', 'districtCommittee'];

/** At most seven for anybody; services decide what may be done, this only what is worth a way in. */
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
  { to: '/admin/webhooks', words: 'webhooks.title', roles: ['admin'] },
  { to: '/inbox', words: 'menu.inbox' },
];

export const menuFor = (posts: readonly Pick<Post, 'role'>[]): readonly MenuEntry[] =>
  MENU.filter(({ roles }) => !roles || posts.some(({ role }) => roles.includes(role)));
