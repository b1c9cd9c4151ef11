import type { Post, Role } from '@hsl/contracts/roles';
import { ADMIN_ROLES } from '../admin/admin-pages.js';
import { hasInbox } from '../inbox/has-inbox.js';

export interface MenuEntry {
  to:
    | '/work'
    | '/inbox'
    | '/whistles'
    | '/whistles/new'
    | '/board'
    | '/triage'
    | '/tasks'
    | '/calls'
    | '/themes'
    | '/surveys'
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
    | '/departments'
    | '/approvals'
    | '/disputes'
    | '/ledger'
    | '/revisits'
    | '/verifications'
    | '/look-backs'
    | '/orders'
    | '/referred';
  words: string;
  /** Left out: everybody who signs in. */
  roles?: readonly Role[];
}

const COMMUNITY: readonly Role[] = ['communityWorker', 'communityHead'];
const DEPARTMENT: readonly Role[] = ['handler', 'deputyHead', 'head'];
const LEADERS: readonly Role[] = ['deputyLeader', 'groupLeader', 'districtCommittee'];

/** In the order of their weight; services decide what may be done, this only what is worth a way in. */
const MENU: readonly MenuEntry[] = [
  { to: '/work', words: 'menu.work' },
  { to: '/whistles/new', words: 'menu.blow', roles: COMMUNITY },
  { to: '/calls', words: 'calls.title', roles: ['member'] },
  { to: '/duty', words: 'duty.title', roles: ['member'] },
  { to: '/triage', words: 'triage.title', roles: ['liaisonOfficer'] },
  { to: '/submissions', words: 'submissions.title', roles: ['liaisonOfficer', ...COMMUNITY] },
  { to: '/tasks', words: 'tasks.title', roles: DEPARTMENT },
  {
    to: '/approvals',
    words: 'menu.approvals',
    roles: ['communityHead', 'liaisonOfficer', 'deputyLeader', 'groupLeader'],
  },
  { to: '/verifications', words: 'verifications.title', roles: ['member', ...COMMUNITY] },
  { to: '/revisits', words: 'revisits.title', roles: ['liaisonOfficer', 'communityWorker'] },
  { to: '/board', words: 'menu.board', roles: ['liaisonOfficer', ...COMMUNITY, ...DEPARTMENT, ...LEADERS] },
  {
    to: '/whistles',
    words: 'menu.whistles',
    roles: ['liaisonOfficer', 'member', ...COMMUNITY, ...DEPARTMENT, ...LEADERS],
  },
  {
    to: '/disputes',
    words: 'disputes.title',
    roles: ['deputyLeader', 'groupLeader', 'liaisonOfficer', 'head', 'deputyHead'],
  },
  { to: '/ledger', words: 'ledger.title', roles: ['liaisonOfficer', ...DEPARTMENT, 'deputyLeader', 'groupLeader'] },
  { to: '/orders', words: 'orders.title', roles: [...DEPARTMENT, 'deputyLeader'] },
  { to: '/look-backs', words: 'lookBacks.title', roles: ['liaisonOfficer', 'communityWorker', 'member'] },
  { to: '/sessions', words: 'sessions.title', roles: ['liaisonOfficer', 'member', ...COMMUNITY] },
  { to: '/topics', words: 'topics.title', roles: ['liaisonOfficer', 'member', ...COMMUNITY, ...LEADERS] },
  { to: '/themes', words: 'themes.title', roles: ['liaisonOfficer', 'deputyLeader', 'groupLeader'] },
  { to: '/proposals', words: 'proposals.title', roles: ['liaisonOfficer', 'member', 'deputyHead', 'head'] },
  // The district reads what was released: reports.
  {
    to: '/figures',
    words: 'figures.title',
    roles: ['liaisonOfficer', 'head', 'deputyHead', 'deputyLeader', 'groupLeader'],
  },
  {
    to: '/reports',
    words: 'reports.title',
    roles: ['liaisonOfficer', 'communityHead', 'head', 'deputyHead', ...LEADERS],
  },
  { to: '/departments', words: 'department.title', roles: DEPARTMENT },
  { to: '/coverage', words: 'members.title', roles: ['liaisonOfficer', 'deputyLeader', 'groupLeader'] },
  { to: '/activities', words: 'activities.title', roles: ['liaisonOfficer', 'member', ...COMMUNITY] },
  {
    to: '/surveys',
    words: 'survey.title',
    roles: ['communityHead', 'liaisonOfficer', 'deputyLeader', 'groupLeader'],
  },
  { to: '/referred', words: 'referred.title', roles: ['liaisonOfficer', ...LEADERS] },
  { to: '/inbox', words: 'menu.inbox' },
  { to: '/admin', words: 'admin.title', roles: ADMIN_ROLES },
];

export const menuFor = (posts: readonly Pick<Post, 'role'>[]): readonly MenuEntry[] =>
  MENU.filter(({ to, roles }) =>
    roles ? posts.some(({ role }) => roles.includes(role)) : to !== '/inbox' || hasInbox(posts),
  );

/** So many stand in the rail, and in the bar of a phone; the inbox is always one of them. */
const MOST_SHOWN = 7;
const MOST_IN_BAR = 4;

interface SplitMenu {
  shown: readonly MenuEntry[];
  /** Of those that are shown, the ones a phone has no room for. */
  folded: readonly MenuEntry[];
  more: readonly MenuEntry[];
}

/** What stands there at once, and what comes with one press more. */
export function splitMenu(entries: readonly MenuEntry[]): SplitMenu {
  const others = entries.filter(({ to }) => to !== '/inbox');
  const inbox = entries.filter(({ to }) => to === '/inbox');
  const room = MOST_SHOWN - inbox.length;
  const bar = MOST_IN_BAR - inbox.length;
  const shown = [...others.slice(0, room), ...inbox];
  return { shown, folded: others.slice(bar, room), more: others.slice(room) };
}
