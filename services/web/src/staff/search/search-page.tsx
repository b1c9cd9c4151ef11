import { getRouteApi } from '@tanstack/react-router';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../sign-in/use-me.js';
import { FoundDepartments, FoundMembers, FoundPlaces, FoundWhistles } from './found.js';
import { RoomLinks } from './room-links.js';
import '../board/board.css';
import '../rooms.css';

const route = getRouteApi('/search');
const LONGEST = 40;

/** One field for everything that has a name or a number; what was asked stands in the address. */
export function SearchPage() {
  const { t } = useTranslation();
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const handlesMatters = !useHasRole('admin', 'auditor', 'expert');
  const knowsDepartments = handlesMatters && !useHasRole('districtCommittee');
  return (
    <article className="board room">
      <h1>{t('search.title')}</h1>
      <Input.Search
        key={q}
        className="search-field"
        aria-label={t('search.what')}
        placeholder={t('search.what')}
        enterButton={t('search.go')}
        size="large"
        defaultValue={q}
        maxLength={LONGEST}
        onSearch={(typed) => void navigate({ search: { q: typed.trim() || undefined } })}
      />
      {q === undefined ? (
        <p>{t('search.hint')}</p>
      ) : (
        <>
          {handlesMatters && <FoundWhistles q={q.slice(0, LONGEST)} />}
          {knowsDepartments && <FoundMembers q={q.slice(0, LONGEST)} />}
          <FoundPlaces q={q} />
          {knowsDepartments && <FoundDepartments q={q} />}
        </>
      )}
      <RoomLinks />
    </article>
  );
}
