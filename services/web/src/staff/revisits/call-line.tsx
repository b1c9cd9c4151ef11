import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../http/failure-text.js';
import { clockOf } from '../calendar/week.js';
import type { useCall } from './use-call.js';

/** Who is calling now, until when it is held, and the way to begin or end it. */
export function CallLine({ calling }: { calling: ReturnType<typeof useCall> }) {
  const { t } = useTranslation();
  const { call, isKnown, failure, take, end } = calling;
  if (!isKnown) return null;
  if (call !== undefined) {
    const until = clockOf(Date.parse(call.until));
    const said = call.mine ? t('revisit.call.mine', { until }) : t('revisit.call.taken', { name: call.heldBy, until });
    const hangUp = call.mine ? <Button onClick={end}>{t('revisit.call.end')}</Button> : undefined;
    return <Alert role="status" type="info" showIcon title={said} action={hangUp} />;
  }
  return (
    <>
      {failure && <Alert role="alert" type="error" showIcon title={failureText(failure, t)} />}
      <p>
        <Button onClick={take}>{t('revisit.call.begin')}</Button>
      </p>
    </>
  );
}
