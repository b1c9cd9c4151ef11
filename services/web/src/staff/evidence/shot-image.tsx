import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CoverPicker } from './cover-picker.js';
import { hasOriginal, type Exhibit } from './exhibit.js';
import { BytesImage, FileImage } from './file-image.js';
import { OriginalAsk } from './original-ask.js';

/** One picture as its readers see it; who may look behind a covered one asks for that, with a reason that is kept. */
export function ShotImage({ exhibit, alt }: { exhibit: Exhibit; alt: string }) {
  const { t } = useTranslation();
  const [original, setOriginal] = useState<Blob>();
  const { file, address, rights } = exhibit;
  if (original) {
    return (
      <>
        <BytesImage bytes={original} alt={alt} />
        <p role="status">{t('evidence.original.shown')}</p>
        <Button onClick={() => setOriginal(undefined)}>{t('evidence.original.back')}</Button>
      </>
    );
  }
  return (
    <>
      <FileImage address={address} sha256={file.sha256} alt={alt} />
      {hasOriginal(exhibit) && <OriginalAsk address={address} onShown={setOriginal} />}
      {rights?.mayCover && <CoverPicker address={address} />}
    </>
  );
}
