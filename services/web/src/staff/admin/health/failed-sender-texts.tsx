import type { FailedSenderText } from '@hsl/contracts/schemas/failed-sender-texts';
import { useTranslation } from 'react-i18next';
import { FailedList } from './failed-list.js';

/** Which residents a text did not reach, by their submissions: nobody here sees a phone. */
export function FailedSenderTexts() {
  const { t } = useTranslation();
  return (
    <FailedList<FailedSenderText>
      path="/api/failed-sender-texts"
      title="health.failed.senders"
      none="health.failed.senders.none"
      messageOf={({ submissionId, kind, ...text }) => ({
        ...text,
        to: t('health.failed.sender', { id: submissionId }),
        way: t('me.sms'),
        text: t(`health.failed.sender.${kind}`),
      })}
    />
  );
}
