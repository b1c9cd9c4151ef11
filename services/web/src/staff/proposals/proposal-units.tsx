import type { Proposal } from '@hsl/contracts/schemas/proposals';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../names/use-names.js';

/** Who leads, who supports, and whose opinion has come. */
export function ProposalUnits({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { leadDepartmentId, supportingDepartmentIds, opinionsFrom } = proposal;
  if (leadDepartmentId === undefined) return null;
  return (
    <section>
      <h2>{t('proposal.units')}</h2>
      <ul className="parties">
        <li>{t('proposal.lead', { unit: nameOf('department', leadDepartmentId) })}</li>
        {supportingDepartmentIds.map((id) => (
          <li key={id}>
            {t('proposal.supporting', { unit: nameOf('department', id) })}
            {opinionsFrom.includes(id) && ` · ${t('proposal.opinionGiven')}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
