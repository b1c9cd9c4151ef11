import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import type { useLiveList } from './use-live-list.js';

/** Says that the overview is away, since when, and what the list is short of meanwhile. */
export function AwayNote({ query }: { query: ReturnType<typeof useLiveList> }) {
  const { t, i18n } = useTranslation();
  const away = query.data?.pages[0]?.away;
  if (away === undefined) return null;
  const at = instantText(Date.parse(away.since), Date.now(), i18n.language);
  return (
    <Alert
      role="status"
      type="info"
      showIcon
      title={t('list.away', { at })}
      description={away.isCut ? t('list.awayCut') : undefined}
    />
  );
}
