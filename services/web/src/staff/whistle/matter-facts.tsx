import { useTranslation } from 'react-i18next';
import type { Whistle } from './whistle-queries.js';

/** What happened, where, and to how many. */
export function MatterFacts({ whistle: { facts, place, households } }: { whistle: Whistle }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('whistle.facts')}</h2>
      <p className="facts">{facts}</p>
      <p>{[place, households && t('whistle.households', { households })].filter(Boolean).join(' · ')}</p>
    </section>
  );
}
