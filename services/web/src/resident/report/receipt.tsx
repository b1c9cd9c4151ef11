import type { SubmissionReceipt } from '@hsl/contracts/schemas/submissions';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../http/request.js';
import { instantText } from '../../time/instant-text.js';
import type { Photo } from './photo.js';

const UPLOAD_MS = 60_000;

interface Props {
  receipt: SubmissionReceipt;
  photos: Photo[];
}

/** It has come in: the code first, then the photos go up one after the other, each with another try. */
export function Receipt({ receipt, photos }: Props) {
  const { t, i18n } = useTranslation();
  const { trackingCode, dueAt } = receipt;
  const { shown, again } = useUploads(trackingCode, photos);
  const due = instantText(Date.parse(dueAt), Date.now(), i18n.language);
  return (
    <section role="status">
      <h1>{t('receipt.title')}</h1>
      <p className="panel">
        {t('receipt.code')}
        <br />
        <span className="code">{trackingCode}</span>
        <br />
        {t('receipt.due', { due })}
      </p>
      <ul className="photos">
        {shown.map(({ id, url, state }, index) => (
          <li key={id}>
            <img src={url} alt={t('report.photo.alt', { n: index + 1 })} />
            <small>{t(`receipt.photo.${state}`)}</small>
            {state === 'failed' && (
              <button type="button" className="small" onClick={() => again(id)}>
                {t('receipt.photo.again')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <a className="button" href={`/t/${encodeURIComponent(trackingCode)}`}>
        {t('receipt.track')}
      </a>
    </section>
  );
}

function useUploads(trackingCode: string, photos: Photo[]) {
  const [shown, setShown] = useState(photos);
  const begun = useRef(false);
  const upload = useCallback(
    async (photo: Photo): Promise<void> => {
      const mark = (state: Photo['state']): void =>
        setShown((all) => all.map((one) => (one.id === photo.id ? { ...one, state } : one)));
      mark('sending');
      const body = new FormData();
      body.set('file', photo.blob, `${photo.id}.jpg`);
      const path = `/api/submissions/track/${encodeURIComponent(trackingCode)}/photos`;
      try {
        await request(path, { method: 'POST', body, timeoutMs: UPLOAD_MS });
        mark('done');
      } catch (error) {
        console.warn('a photo was not taken', error);
        mark('failed');
      }
    },
    [trackingCode],
  );
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void (async () => {
      for (const photo of photos) await upload(photo);
    })();
  }, [photos, upload]);
  const again = (id: number): void => {
    const photo = shown.find((one) => one.id === id);
    if (photo) void upload(photo);
  };
  return { shown, again };
}
