import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommunityList } from '../places/use-map.js';
import { DEPARTMENT, FIELD_WORK, OFFICE } from '../sign-in/role-groups.js';
import { useMe } from '../sign-in/use-me.js';

/** Rooms that are not in everybody's menu, for who may enter. */
const ROOMS = [
  { to: '/members', words: 'members.roster', roles: [...OFFICE, ...FIELD_WORK] },
  { to: '/coverage', words: 'members.areas', roles: [...OFFICE, 'communityHead', 'member'] },
  { to: '/activities', words: 'activities.title', roles: [...OFFICE, ...FIELD_WORK] },
  { to: '/departments', words: 'department.all', roles: [...OFFICE, ...FIELD_WORK] },
  { to: '/departments', words: 'department.title', roles: DEPARTMENT },
] as const;

/** Ways to pages that a menu of seven has no room for, and to every community. */
export function RoomLinks() {
  const { t } = useTranslation();
  const roles = (useMe()?.posts ?? []).map(({ role }) => role);
  const rooms = ROOMS.filter((room) => room.roles.some((role) => roles.includes(role)));
  const communities = useCommunityList().data ?? [];
  return (
    <section>
      <h2>{t('search.rooms')}</h2>
      <ul className="room-links plain-links">
        {rooms.map(({ to, words }) => (
          <li key={words}>
            <Link to={to}>{t(words)}</Link>
          </li>
        ))}
      </ul>
      <h3>{t('place.communities')}</h3>
      <ul className="room-links plain-links">
        {communities.map(({ id, name }) => (
          <li key={id}>
            <Link to="/communities/$code" params={{ code: id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
