import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { saveAs } from '../../downloads/save-as.js';
import { fileOf } from './file-image.js';

/** A document, saved under its name. */
export function SaveButton({ address, name }: { address: string; name: string }) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string>();
  const save = async (): Promise<void> => {
    try {
      saveAs(await fileOf(address), name);
      setFailure(undefined);
    } catch (error) {
      setFailure(failureText(error instanceof Error ? error : new Error(String(error)), t));
    }
  };
  return (
    <>
      <Button onClick={() => void save()}>{t('evidence.save', { name })}</Button>
      {failure !== undefined && <span role="alert">{failure}</span>}
    </>
  );
}
