import type { QrPoint } from '@hsl/contracts/schemas/qr-points';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { usePages } from '../use-pages.js';
import { useSending } from '../use-sending.js';

/** Long enough for the new tab to read it. */
const KEPT_MS = 60_000;

/** The codes that hang in a community, each with its poster to print. */
export function PrintedCodes({ communityId }: { communityId: string }) {
  const { t } = useTranslation();
  const { query, items } = usePages<QrPoint>('/api/qr-points', { communityId });
  const poster = useSending<string>({ mutationFn: showPoster });
  return (
    <section>
      <h2>{t('community.codes')}</h2>
      <LoadState query={query}>
        {items.length === 0 && <p>{t('community.codes.none')}</p>}
        <ul className="plain">
          {items.map(({ id, place, active }) => (
            <li key={id}>
              {active ? (
                <Button loading={poster.isPending} onClick={() => poster.send(id)}>
                  {t('community.codes.print', { place })}
                </Button>
              ) : (
                <span className="quiet">
                  {place} · {t('community.codes.stopped')}
                </span>
              )}
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

/** Opens the poster in a tab of its own; the browser prints it from there. */
async function showPoster(id: string): Promise<void> {
  const page = await ask<string>(`/api/qr-points/${id}/sheet`, { answer: 'text' });
  const address = URL.createObjectURL(new Blob([page], { type: 'text/html' }));
  window.open(address, '_blank', 'noopener');
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
