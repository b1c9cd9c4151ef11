import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { isPhoto, type ChosenFile } from '../../uploads/chosen-file.js';
import { isBrokenOff, type Upload } from '../../uploads/upload.js';

interface Props {
  uploads: readonly Upload[];
  onAgain: (file: ChosenFile) => void;
  onRemove: (id: string) => void;
}

/** Files on their way: how far each is, another try, and a way to leave one out that failed. */
export function UploadList({ uploads, onAgain, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="shots" aria-live="polite">
      {uploads.map(({ file, state, share, failure }) => {
        const percent = Math.round(share * 100);
        return (
          <li key={file.id}>
            {isPhoto(file) ? <img src={file.url} alt={file.name} /> : <span>{file.name}</span>}
            {state === 'sending' && <progress max={100} value={percent} aria-label={file.name} />}
            <small>
              {t(`evidence.${isBrokenOff({ state, failure }) ? 'cut' : state}`, {
                percent,
                reason: failure ? failureText(failure, t) : '',
              })}
            </small>
            {state === 'failed' && (
              <>
                <Button onClick={() => onAgain(file)}>{t('evidence.again')}</Button>
                <Button type="link" onClick={() => onRemove(file.id)}>
                  {t('evidence.remove', { name: file.name })}
                </Button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
