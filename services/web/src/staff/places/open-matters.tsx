import type { WhistleItem } from '@hsl/contracts/schemas/whistle-answers';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Countdown } from '../countdown.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { usePages } from '../use-pages.js';

type Item = z.output<typeof WhistleItem>;

/** What is open at a place, as far as the reader may see it. */
export function OpenMatters({ community, estate }: { community?: string; estate?: string }) {
  const { t } = useTranslation();
  const { query, items } = usePages<Item>('/api/whistles', { open: 'true', community, estate });
  return (
    <section>
      <h2>{t('community.open')}</h2>
      <LoadState query={query}>
        {items.length === 0 && <p>{t('community.open.none')}</p>}
        <ul className="plain">
          {items.map(({ id, number, state, grade, facts, dueAt }) => (
            <li key={id}>
              <Link to="/whistles/$number" params={{ number }}>
                {number}
              </Link>
              <span>{t(`state.${state}`)}</span>
              <span>{t(`grade.${grade}`)}</span>
              <span className="quiet">{facts}</span>
              {dueAt !== undefined && <Countdown dueAt={dueAt} />}
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
