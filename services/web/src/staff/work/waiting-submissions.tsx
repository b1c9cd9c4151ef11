import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '../sign-in/use-me.js';
import { useSubmissions } from '../submissions/use-submissions.js';

/** What residents sent waits as well, though it is no whistle yet: for the community it was handed to, else for the liaison. */
export function WaitingSubmissions() {
  const isLiaison = useHasRole('liaisonOfficer');
  const isWorker = useHasRole('communityWorker');
  return (isLiaison || isWorker) && <Line isHanded={!isLiaison} />;
}

function Line({ isHanded }: { isHanded: boolean }) {
  const { t } = useTranslation();
  const { data, hasNextPage } = useSubmissions(false);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const n = rows.filter(({ handedToCommunity }) => handedToCommunity === isHanded).length;
  if (n === 0) return null;
  return (
    <ul className="owed">
      <li>
        <Link to="/submissions">
          <strong>{t('submissions.title')}</strong>
          <span>{t(hasNextPage ? 'work.submissions.more' : 'work.submissions', { n })}</span>
        </Link>
      </li>
    </ul>
  );
}
