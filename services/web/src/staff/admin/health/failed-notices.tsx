import type { FailedNotice } from '@hsl/contracts/schemas/failed-notices';
import { useTranslation } from 'react-i18next';
import { useAccountName } from '../../names/use-names.js';
import { FailedList } from './failed-list.js';

/** Whom of the house a notice did not reach outside the portal. */
export function FailedNotices() {
  const { t } = useTranslation();
  const accountName = useAccountName();
  return (
    <FailedList<FailedNotice>
      path="/api/failed-notices"
      title="health.failed"
      none="health.failed.none"
      messageOf={({ userId, channel, ...notice }) => ({ ...notice, to: accountName(userId), way: t(`me.${channel}`) })}
    />
  );
}
