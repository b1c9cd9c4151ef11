import type { LightsAnswer } from '@hsl/contracts/schemas/figures';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { periodOf } from '../figures/periods.js';
import { LIGHT_SHAPES } from '../light-shapes.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';

const ASK_AGAIN_MS = 60_000;
const COLOURS = ['red', 'amber', 'green'] as const;

/** Red, amber or green for each department and community of this month, each with its reason. */
export function Lights() {
  const { t, i18n } = useTranslation();
  const period = periodOf('month', Date.now());
  const query = useQuery({
    queryKey: ['lights', period],
    refetchInterval: ASK_AGAIN_MS,
    queryFn: () => ask<LightsAnswer>(`/api/figures/lights?${new URLSearchParams({ ...period }).toString()}`),
  });
  return (
    <section>
      <h2>{t('board.lights')}</h2>
      <LoadState query={query}>
        {COLOURS.map((colour) => {
          const lit = query.data?.items.filter(({ light }) => light === colour) ?? [];
          const mark = (
            <>
              <span className={`light ${colour}`} aria-hidden="true">
                {LIGHT_SHAPES[colour]}
              </span>{' '}
              {t(`board.light.${colour}`, { n: lit.length })}
            </>
          );
          if (lit.length === 0) return <p key={colour}>{mark}</p>;
          return (
            <details key={colour} open={colour === 'red'}>
              <summary>{mark}</summary>
              <ul>
                {lit.map(({ kind, id, name, reason }) => (
                  <li key={`${kind} ${id}`}>
                    {name ?? id}：{i18n.language === 'en' ? reason.en : reason.zh}
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      </LoadState>
    </section>
  );
}
