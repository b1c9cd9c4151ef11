import type { DepartmentRatings as Ratings } from '@hsl/contracts/schemas/task-ratings';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { valueText } from '../figures/value-text.js';
import { useCommunityName } from '../names/use-names.js';

/** What communities think of a department: how many, the average, and the latest; a small sample is said to be one. */
export function DepartmentRatings({ ratings }: { ratings?: Ratings }) {
  const { t, i18n } = useTranslation();
  const communityName = useCommunityName();
  if (!ratings) return <p className="quiet">{t('department.ratings.none')}</p>;
  const { average, n, smallSample, latest } = ratings;
  return (
    <div className="rated">
      <p>
        <strong>{t('department.ratings.average', { average: valueText(average, 'points') })}</strong> (n={n})
        {smallSample && <small> {t('figures.small')}</small>}
      </p>
      <ul className="plain">
        {latest.map(({ taskId, number, communityId, score, ratedAt }) => (
          <li key={taskId}>
            <Link to="/whistles/$number" params={{ number }}>
              {number}
            </Link>
            <span>{communityName(communityId)}</span>
            <span>{t('department.ratings.one', { score })}</span>
            <small>{instantText(Date.parse(ratedAt), Date.now(), i18n.language)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
