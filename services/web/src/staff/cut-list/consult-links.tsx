import type { Role } from '@hsl/contracts/roles';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../sign-in/use-me.js';

const STAFF: readonly Role[] = ['liaisonOfficer', 'member', 'communityWorker', 'communityHead'];
const LEADERS: readonly Role[] = ['deputyLeader', 'groupLeader', 'districtCommittee'];

/** Rooms of the consultation; the menu has one of them for each role. */
const ROOMS: readonly {
  to: '/sessions' | '/topics' | '/proposals' | '/calendar';
  words: string;
  roles: readonly Role[];
}[] = [
  { to: '/sessions', words: 'sessions.title', roles: [...STAFF, ...LEADERS] },
  { to: '/topics', words: 'topics.title', roles: [...STAFF, ...LEADERS] },
  {
    to: '/proposals',
    words: 'proposals.title',
    roles: ['liaisonOfficer', 'member', 'handler', 'deputyHead', 'head', ...LEADERS],
  },
  { to: '/calendar', words: 'calendar.title', roles: STAFF },
];

/** From one list of the consultation to the others. */
export function ConsultLinks() {
  const { t } = useTranslation();
  const posts = useMe()?.posts ?? [];
  const open = ROOMS.filter(({ roles }) => posts.some(({ role }) => roles.includes(role)));
  if (open.length < 2) return null;
  return (
    <nav className="rooms" aria-label={t('consult.label')}>
      {open.map(({ to, words }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(words)}
        </Link>
      ))}
    </nav>
  );
}
