import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPhoto, type ChosenFile } from '../../uploads/chosen-file.js';
import { keepFiles, keptFiles } from '../../uploads/file-store.js';
import { FilePicker } from '../evidence/file-picker.js';
import { STAFF_FILES } from '../sign-in/session.js';
import { useMe } from '../sign-in/use-me.js';
import '../evidence/evidence.css';

/**
 * Chosen with a whistle that has no number yet: they wait on this device, and go up when it has been received.
 * @param basis id of what it is blown from
 */
export function useChosenFiles(basis = '') {
  const form = `${STAFF_FILES}${useMe()?.userId}.blow${basis}`;
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  useEffect(() => {
    void keptFiles(form).then((kept) => setFiles((now) => (now.length === 0 ? kept : now)));
  }, [form]);
  const change = (next: readonly ChosenFile[]): void => {
    setFiles(next);
    void keepFiles(form, next);
  };
  return { files, change };
}

export function ChosenFiles({ files, change }: ReturnType<typeof useChosenFiles>) {
  const { t } = useTranslation();
  return (
    <fieldset className="shot-group">
      <legend>{t('blow.files')}</legend>
      <p className="file-limits">{t('blow.files.hint')}</p>
      <ul className="shots">
        {files.map((file) => (
          <li key={file.id}>
            {isPhoto(file) ? <img src={file.url} alt={file.name} /> : <span>{file.name}</span>}
            <Button type="link" onClick={() => change(files.filter(({ id }) => id !== file.id))}>
              {t('evidence.remove', { name: file.name })}
            </Button>
          </li>
        ))}
      </ul>
      <FilePicker stage="before" onChosen={(more) => change([...files, ...more])} />
    </fieldset>
  );
}
