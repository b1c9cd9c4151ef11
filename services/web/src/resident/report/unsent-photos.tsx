import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '../../uploads/chosen-file.js';
import { keptFiles } from '../../uploads/file-store.js';
import { Uploads } from './uploads.js';

/** The page was closed before all photos were up: they are still on this phone and go up now. */
export function UnsentPhotos({ trackingCode }: { trackingCode: string }) {
  const { t } = useTranslation();
  const [photos, setPhotos] = useState<ChosenFile[]>([]);
  useEffect(() => {
    void keptFiles(trackingCode).then(setPhotos);
  }, [trackingCode]);
  if (photos.length === 0) return null;
  return (
    <section className="panel">
      <p>{t('report.photo.unsent')}</p>
      <Uploads trackingCode={trackingCode} photos={photos} />
    </section>
  );
}
