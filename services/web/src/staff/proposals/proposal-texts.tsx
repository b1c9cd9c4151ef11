import type { Proposal } from '@hsl/contracts/schemas/proposals';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';

/** What people wrote with the steps they took, as far as it is the reader's. */
export function ProposalTexts({ texts }: Pick<Proposal, 'texts'>) {
  const { t, i18n } = useTranslation();
  return (
    <section>
      <h2>{t('proposal.texts')}</h2>
      {texts.length === 0 && <p>{t('proposal.texts.none')}</p>}
      <ul className="timeline">
        {texts.map(({ step, text, recordedAt }) => (
          <li key={`${recordedAt} ${step}`}>
            <time dateTime={recordedAt}>{instantText(Date.parse(recordedAt), Date.now(), i18n.language)}</time>
            <span>
              <strong>{t(`proposalStep.${step}`)}</strong> {text}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
