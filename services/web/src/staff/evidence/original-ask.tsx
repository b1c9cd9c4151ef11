import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { useSending } from '../use-sending.js';
import { originalOf } from './file-image.js';

/** As long as the service keeps it. */
const MOST = 200;

/** The photo as it came is shown once somebody has said why; the service writes down who, when and why before. */
export function OriginalAsk({ address, onShown }: { address: string; onShown: (bytes: Blob) => void }) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const id = useId();
  const { send, isPending, error } = useSending<string>({
    mutationFn: async (why) => onShown(await originalOf(address, why)),
  });
  if (!isAsked) return <Button onClick={() => setAsked(true)}>{t('evidence.original')}</Button>;
  return (
    <div className="original-ask">
      <label htmlFor={id}>{t('evidence.original.reason')}</label>
      <Input.TextArea
        id={id}
        autoFocus
        autoSize={{ minRows: 1, maxRows: 4 }}
        maxLength={MOST}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <p>{t('evidence.original.note')}</p>
      {error && <p role="alert">{failureText(error, t)}</p>}
      <Button type="primary" loading={isPending} disabled={reason.trim() === ''} onClick={() => send(reason.trim())}>
        {t('evidence.original')}
      </Button>
    </div>
  );
}
