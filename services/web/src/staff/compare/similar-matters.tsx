import type { SimilarWhistle, SimilarWhistles } from '@hsl/contracts/schemas/duplicates';
import { isWhistleOpen } from '@hsl/contracts/states';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ask } from '../sign-in/session.js';
import { useHasRole } from '../sign-in/use-me.js';
import type { Whistle } from '../whistle/whistle-queries.js';

/** Matters that may be the same, for who decides it; nothing where there are none. */
export function SimilarMatters({ whistle: { id, number, state, version } }: { whistle: Whistle }) {
  const { t } = useTranslation();
  const decides = useHasRole('liaisonOfficer');
  const { data } = useQuery({
    queryKey: ['similar', id, version],
    enabled: decides && isWhistleOpen(state),
    queryFn: () => ask<SimilarWhistles>(`/api/whistles/${id}/similar`),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section>
      <h2>{t('compare.hints')}</h2>
      <ul className="parties">
        {data.items.map((hint) => (
          <li key={hint.id}>
            <Link to="/whistles/$number/compare/$other" params={{ number, other: hint.number }}>
              {t('compare.open')} {hint.number}
            </Link>{' '}
            {[...whyOf(hint, t), t(`state.${hint.state}`), hint.facts].join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A score says something only where the words are a reason: two matters of one place may be told in quite other words. */
const whyOf = ({ reasons, score }: SimilarWhistle, t: TFunction): string[] => [
  ...reasons.map((reason) => t(`similarReason.${reason}`)),
  ...(reasons.includes('similarText') ? [t('compare.score', { score: score.toFixed(2) })] : []),
];
