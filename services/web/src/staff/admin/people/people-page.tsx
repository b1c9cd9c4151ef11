import type { User } from '@hsl/contracts/schemas/users';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../../blow/use-places.js';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { useDepartments } from '../../names/use-names.js';
import { useHasRole } from '../../sign-in/use-me.js';
import { TableBox } from '../../table-box.js';
import { AdminFrame } from '../admin-frame.js';
import { SearchBar, type Search } from '../search-bar.js';
import { useListed } from '../use-listed.js';
import { ACCOUNT_ROLES } from './account-roles.js';
import { ImportBox } from './import-box.js';
import { NewUser } from './new-user.js';
import { Proposals } from './account-proposals.js';
import { usePostText } from './post-text.js';

const route = getRouteApi('/admin/people');
const COLUMNS = ['name', 'userName', 'posts', 'active'] as const;

/** Who may do what, and who has left; leaders see what waits for them only. */
export function PeoplePage() {
  const isAdmin = useHasRole('admin');
  return (
    <AdminFrame words="admin.people">
      <Proposals />
      {isAdmin && (
        <>
          <Accounts />
          <NewUser />
          <ImportBox />
        </>
      )}
    </AdminFrame>
  );
}

function useSearches(): Search[] {
  const { t } = useTranslation();
  const departments = useDepartments().map(({ id, name }) => ({ value: id, label: name }));
  const roles = ACCOUNT_ROLES.map((value) => ({ value, label: t(`role.${value}`) }));
  const inUse = ['true', 'false'].map((value) => ({ value, label: t(`people.active.${value}`) }));
  return [
    { name: 'search', label: t('people.search'), kind: 'text' },
    { name: 'role', label: t('people.role'), kind: 'choice', options: roles },
    { name: 'communityId', label: t('people.community'), kind: 'choice', options: useCommunities() },
    { name: 'departmentId', label: t('people.department'), kind: 'choice', options: departments },
    { name: 'active', label: t('people.active'), kind: 'choice', options: inUse },
  ];
}

function Accounts() {
  const { t } = useTranslation();
  const postText = usePostText();
  const searches = useSearches();
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const { query, rows } = useListed<User>('/api/users', filters);
  return (
    <section>
      <h2>{t('people.accounts')}</h2>
      <SearchBar searches={searches} filters={filters} onChange={(search) => void navigate({ search })} />
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('people.none')}</p>}
        <TableBox label={t('people.accounts')} columns={COLUMNS.map((column) => t(`people.column.${column}`))}>
          {rows.map(({ id, name, userName, posts, active }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/admin/people/$id" params={{ id }}>
                  {name}
                </Link>
              </th>
              <td>{userName}</td>
              <td className="wide">{posts.map(postText).join(t('rules.and'))}</td>
              <td>{t(`people.active.${active}`)}</td>
            </tr>
          ))}
        </TableBox>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
