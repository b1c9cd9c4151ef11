import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import type { BlownAnswer } from './blown.js';

export function BlowReceipt({ blown, onAnother }: { blown: BlownAnswer; onAnother: () => void }) {
  const { t, i18n } = useTranslation();
  const { number, trackingCode, dueAt } = blown;
  const due = instantText(Date.parse(dueAt), Date.now(), i18n.language);
  return (
    <>
      <Alert role="status" type="info" showIcon title={t('blow.done', { number, trackingCode, due })} />
      <p className="sheet-buttons">
        <Link to="/whistles/$number" params={{ number }}>
          {t('blow.open')}
        </Link>
        <Button onClick={onAnother}>{t('blow.another')}</Button>
      </p>
    </>
  );
}
