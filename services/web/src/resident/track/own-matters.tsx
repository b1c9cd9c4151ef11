import type { OwnMatter, OwnMatterPage } from '@hsl/contracts/schemas/own-matters';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { request } from '../../http/request.js';
import { instantText } from '../../time/instant-text.js';
import { Problem } from '../parts.js';

const pageOf = (proof: string, cursor?: string): Promise<OwnMatterPage> => {
  const next = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`;
  return request<OwnMatterPage>(`/api/personal-data/matters${next}`, { method: 'POST', body: { proof } });
};

/** All that was told with the proven phone, newest first; each leads to its own page. */
export function OwnMatters({ proof }: { proof: string }) {
  const { t } = useTranslation();
  const [items, setItems] = useState<OwnMatter[]>();
  const [cursor, setCursor] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const take = (page: OwnMatterPage): void => {
    setItems((before = []) => [...before, ...page.items]);
    setCursor(page.nextCursor);
    setFailure(undefined);
  };
  const fail = (error: unknown): void => setFailure(failureText(error, t));
  useEffect(() => {
    let isAsked = true;
    pageOf(proof).then(
      (page) => {
        if (!isAsked) return;
        setItems(page.items);
        setCursor(page.nextCursor);
      },
      (error: unknown) => isAsked && setFailure(failureText(error, t)),
    );
    return () => {
      isAsked = false;
    };
  }, [proof, t]);
  return (
    <>
      <Problem text={failure} />
      {!items && failure === undefined && <p role="status">{t('state.loading')}</p>}
      {items?.length === 0 && <p role="status">{t('find.none')}</p>}
      {items && items.length > 0 && (
        <>
          <h2>{t('find.title')}</h2>
          <ul className="cards">
            {items.map((one) => (
              <li key={one.id} className="panel">
                <Matter matter={one} />
              </li>
            ))}
          </ul>
        </>
      )}
      {cursor !== undefined && (
        <button type="button" onClick={() => void pageOf(proof, cursor).then(take, fail)}>
          {t('action.loadMore')}
        </button>
      )}
    </>
  );
}

function Matter({ matter: { trackingCode, words, receivedAt } }: { matter: OwnMatter }) {
  const { t, i18n } = useTranslation();
  const at = instantText(Date.parse(receivedAt), Date.now(), i18n.language);
  return (
    <>
      <p>{t('track.received', { at })}</p>
      <strong>{words}</strong>
      <p>
        {trackingCode === undefined ? (
          t('find.noCode')
        ) : (
          <a href={`/t/${encodeURIComponent(trackingCode)}`}>
            {t('track.ask')} <span className="code">{trackingCode}</span>
          </a>
        )}
      </p>
    </>
  );
}
