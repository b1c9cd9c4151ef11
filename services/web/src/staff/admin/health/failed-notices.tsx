import type { FailedNotice } from '@hsl/contracts/schemas/failed-notices';
import { useTranslation } from 'react-i18next';
import { FailedList } from './failed-list.js';

/** Whom of the house a notice did not reach outside the portal. */
export function FailedNotices() {
  const { t } = useTranslation();
  return (
    <FailedList<FailedNotice>
      path="/api/failed-notices"
      title="health.failed"
      none="health.failed.none"
      messageOf={({ userId, channel, ...notice }) => ({ ...notice, to: userId, way: t(`me.${channel}`) })}
    />
  );
}
