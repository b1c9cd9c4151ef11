import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCategoryName, useCommunityName } from '../names/use-names.js';
import { useFollowed } from './use-following.js';
import '../work/work.css';

/** What the reader keeps an eye on, with how much has changed; nothing for whoever follows nothing. */
export function FollowedList() {
  const { t } = useTranslation();
  const communityName = useCommunityName();
  const categoryName = useCategoryName();
  const { items = [], truncated = false } = useFollowed().data ?? {};
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="followed">
      <h2 id="followed">{t('follow.title')}</h2>
      <ul className="owed">
        {items.map(({ whistle: { id, number, state, communityId, categoryCode }, changes }) => (
          <li key={id}>
            <Link to="/whistles/$number" params={{ number }}>
              <strong>{t(`state.${state}`)}</strong> {number}
              <span>{communityName(communityId)}</span>
              <span>{categoryName(categoryCode)}</span>
            </Link>
            <span>{changes > 0 ? t('follow.changes', { n: changes }) : t('follow.unchanged')}</span>
          </li>
        ))}
      </ul>
      {truncated && <p>{t('follow.truncated')}</p>}
    </section>
  );
}
