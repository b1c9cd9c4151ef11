import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { isBrokenOff } from '../../uploads/upload.js';
import { sendFile } from '../../uploads/send-file.js';
import { useUploads } from '../../uploads/use-uploads.js';

interface Props {
  trackingCode: string;
  photos: readonly ChosenFile[];
}

/** The photos go up under the code of the receipt. */
export function Uploads({ trackingCode, photos }: Props) {
  const { t } = useTranslation();
  const path = `/api/submissions/track/${encodeURIComponent(trackingCode)}/photos`;
  const { uploads, add, again } = useUploads((photo, onProgress) => sendFile(path, photo, { onProgress }));
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    add(photos);
  }, [photos, add]);
  return (
    <ul className="photos">
      {uploads.map(({ file, state, share, failure }, index) => (
        <li key={file.id}>
          <img src={file.url} alt={t('report.photo.alt', { n: index + 1 })} />
          <small>
            {t(`receipt.photo.${isBrokenOff({ state, failure }) ? 'cut' : state}`, {
              percent: Math.round(share * 100),
            })}
          </small>
          {state === 'failed' && (
            <button type="button" className="small" onClick={() => again(file)}>
              {t('receipt.photo.again')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
