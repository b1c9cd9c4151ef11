import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** A page that failed while it was drawn: said in the reader's language, with a way out; the frame around it stays. */
export function BrokenPage({ reset }: { reset: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={t('error.unexpected')}
      action={<Button onClick={reset}>{t('action.retry')}</Button>}
    />
  );
}
