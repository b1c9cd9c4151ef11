import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePendingErasures } from '../approvals/pending-erasures.js';
import { useApprovals } from '../approvals/use-approvals.js';

/** What waits for the reader's own word, and the way there. */
export function OwnApprovals() {
  const { t } = useTranslation();
  const { items, query } = useApprovals(undefined);
  const label = t('board.approvals');
  const erasures = usePendingErasures().length;
  const n = `${items.length + erasures}${query.hasNextPage ? '+' : ''}`;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {query.data && (
          <Link to="/approvals" aria-label={`${label} ${n}`}>
            {n}
          </Link>
        )}
      </dd>
    </div>
  );
}
