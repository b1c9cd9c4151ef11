import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from './photo.js';
import { forgetPhoto } from './photo-store.js';
import { sendPhoto } from './send-photo.js';

type State = 'waiting' | 'sending' | 'done' | 'failed';
interface Upload {
  photo: Photo;
  state: State;
  /** 0 to 1. */
  share: number;
}

interface Props {
  trackingCode: string;
  photos: readonly Photo[];
}

/** The photos go up one after the other, each with its progress and another try; one that is up leaves the phone. */
export function Uploads({ trackingCode, photos }: Props) {
  const { t } = useTranslation();
  const { uploads, again } = useUploads(trackingCode, photos);
  return (
    <ul className="photos">
      {uploads.map(({ photo, state, share }, index) => (
        <li key={photo.id}>
          <img src={photo.url} alt={t('report.photo.alt', { n: index + 1 })} />
          <small>{t(`receipt.photo.${state}`, { percent: Math.round(share * 100) })}</small>
          {state === 'failed' && (
            <button type="button" className="small" onClick={() => again(photo)}>
              {t('receipt.photo.again')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function useUploads(trackingCode: string, photos: readonly Photo[]) {
  const [uploads, setUploads] = useState<Upload[]>(photos.map((photo) => ({ photo, state: 'waiting', share: 0 })));
  const begun = useRef(false);
  const upload = useCallback(
    async (photo: Photo): Promise<void> => {
      const mark = (more: Partial<Upload>): void =>
        setUploads((all) => all.map((one) => (one.photo.id === photo.id ? { ...one, ...more } : one)));
      mark({ state: 'sending', share: 0 });
      try {
        await sendPhoto(trackingCode, photo, (share) => mark({ share }));
        mark({ state: 'done' });
        await forgetPhoto(photo.id);
      } catch (error) {
        console.info('a photo was not taken', error);
        mark({ state: 'failed' });
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
  return { uploads, again: (photo: Photo) => void upload(photo) };
}
