import type { SimilarWhistles } from '@hsl/contracts/schemas/duplicates';
import { isWhistleOpen } from '@hsl/contracts/states';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
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
            {t('compare.score', { score: hint.score.toFixed(2) })} · {t(`state.${hint.state}`)} · {hint.facts}
          </li>
        ))}
      </ul>
    </section>
  );
}
