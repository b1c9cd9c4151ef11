import type { SimilarWhistle } from '@hsl/contracts/schemas/duplicates';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ask } from '../sign-in/session.js';
import { useSettled } from './use-settled.js';

export interface Described {
  categoryCode: string;
  communityId: string;
  estateId?: string;
  place?: string;
  facts?: string;
}

/** Matters that may be the same, while the whistle is being written; only hints, a liaison officer decides. */
export function SimilarHints({ described }: { described: Described }) {
  const { t } = useTranslation();
  const settled = useSettled(JSON.stringify(described));
  const { data } = useQuery({
    queryKey: ['similar', settled],
    queryFn: () =>
      ask<{ items: z.output<typeof SimilarWhistle>[] }>('/api/whistles/similar', {
        method: 'POST',
        body: JSON.parse(settled) as object,
      }),
    placeholderData: (before) => before,
  });
  return (
    <section className="similar" aria-live="polite">
      {data?.items.length === 0 && <p>{t('blow.similar.none')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <>
          <h2>{t('blow.similar')}</h2>
          <ul>
            {data.items.map(({ id, number, facts, score }) => (
              <li key={id}>
                <Link to="/whistles/$number" params={{ number }}>
                  {number}
                </Link>{' '}
                {t('blow.similar.score', { score: score.toFixed(2) })} · {facts}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
