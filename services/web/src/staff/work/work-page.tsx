import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FollowedList } from '../following/followed-list.js';
import { useMe } from '../sign-in/use-me.js';
import { capacitiesOf } from './owed-by.js';
import { WaitingSubmissions } from './waiting-submissions.js';
import { WorkList } from './work-list.js';
import { WORK_TABS, workTabOf } from './work-tabs.js';
import '../tasks/tasks.css';

const route = getRouteApi('/work');

/** What must I do now: rows of a verb, a place and the time left, least time first; beside it what others do, and what is done. */
export function WorkPage() {
  const { t } = useTranslation();
  const tab = workTabOf(route.useSearch().tab);
  const navigate = route.useNavigate();
  const capacities = capacitiesOf(useMe()?.posts ?? []);
  return (
    <section>
      <h1>{t('menu.work')}</h1>
      {capacities.length === 0 ? (
        <p>{t('work.empty')}</p>
      ) : (
        <div className="sheet-buttons tasks-bar">
          {WORK_TABS.map((one) => (
            <Button
              key={one}
              aria-pressed={one === tab}
              onClick={() => void navigate({ search: one === 'mine' ? {} : { tab: one } })}
            >
              {t(`work.${one}`)}
            </Button>
          ))}
        </div>
      )}
      {capacities.map((capacity) => (
        <WorkList
          key={`${tab} ${capacity.waitingFor}`}
          tab={tab}
          capacity={capacity}
          isOnly={capacities.length === 1}
        />
      ))}
      {tab === 'mine' && <WaitingSubmissions />}
      <FollowedList />
    </section>
  );
}
