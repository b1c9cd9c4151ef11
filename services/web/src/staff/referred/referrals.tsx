import type { Referral } from '@hsl/contracts/schemas/referrals';
import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { RowActions } from '../actions/row-actions.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useCommunityName, useNameOf } from '../names/use-names.js';
import { useOrders } from '../orders/use-orders.js';
import { REFERRAL_FORMS } from './referral-forms.js';

/** Steps that were so late that the district supervises them. */
export function Referrals() {
  const { t } = useTranslation();
  const { query, rows } = useOrders<Referral>('/api/referrals', {});
  return (
    <LoadState query={query}>
      {rows.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('referred.empty')} />}
      <ul className="approvals">
        {rows.map((referral) => (
          <ReferralCard key={referral.id} referral={referral} />
        ))}
      </ul>
      <LoadMore query={query} />
    </LoadState>
  );
}

function ReferralCard({ referral }: { referral: Referral }) {
  const { t, i18n } = useTranslation();
  const communityName = useCommunityName();
  const late = useLateText(referral);
  const { id, number, communityId, facts, state, referredAt, answer, actions } = referral;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  return (
    <li className="approval">
      <header>
        <h2>
          <Link to="/whistles/$number" params={{ number }}>
            {number}
          </Link>
        </h2>
        <span>{t(`state.${state}`)}</span>
        <span>{communityName(communityId)}</span>
        <span>{t('referred.at', { at: at(referredAt) })}</span>
      </header>
      <p>{late}</p>
      <dl>
        <div>
          <dt>{t('referred.about')}</dt>
          <dd>{facts}</dd>
        </div>
        {answer && (
          <div>
            <dt>{t('referred.answer')}</dt>
            <dd>
              {answer.text} <small>{at(answer.answeredAt)}</small>
            </dd>
          </div>
        )}
      </dl>
      {!answer && (
        <RowActions
          id={id}
          actions={actions}
          forms={REFERRAL_FORMS}
          subject={{ address: `/api/referrals/${id}`, title: number }}
        />
      )}
    </li>
  );
}

/** Who is late with what; a step of the office itself names nobody. */
function useLateText({ step, departmentId, departmentName, memberId, dueAt }: Referral): string {
  const { t, i18n } = useTranslation();
  const nameOf = useNameOf();
  const said = { step: t(`step.${step}`), due: instantText(Date.parse(dueAt), Date.now(), i18n.language) };
  if (departmentId !== undefined) return t('referred.late', { ...said, who: departmentName ?? departmentId });
  if (memberId !== undefined) return t('referred.late', { ...said, who: nameOf('member', memberId) });
  return t('referred.late.office', said);
}
