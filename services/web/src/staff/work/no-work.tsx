import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLiveList } from '../whistles/use-live-list.js';
import type { Capacity } from './owed-by.js';
import { asksOf, type WorkTab } from './work-tabs.js';

/** Nothing here, and where to look instead. */
export function NoWork({ tab, capacity }: { tab: WorkTab; capacity: Capacity }) {
  const { t } = useTranslation();
  if (tab === 'mine') return <NothingOwed capacity={capacity} />;
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(`work.${tab}.empty`)}>
      <Link to="/work">{t('work.toMine')}</Link>
    </Empty>
  );
}

/** Who owes nothing wants to know whether anything is going on: what waits for others is counted, as far as one page goes. */
function NothingOwed({ capacity }: { capacity: Capacity }) {
  const { t } = useTranslation();
  const { data, hasNextPage } = useLiveList(asksOf(capacity).others);
  const n = data?.pages.flatMap(({ items }) => items).length ?? 0;
  if (n === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('work.empty')} />;
  const others = t('work.mine.othersWait', { n: `${n}${hasNextPage ? '+' : ''}` });
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`${t('work.empty')}${others}`}>
      <Link to="/work" search={{ tab: 'others' }}>
        {t('work.toOthers')}
      </Link>
    </Empty>
  );
}
