import { useTranslation } from 'react-i18next';
import { useMe } from '../sign-in/use-me.js';
import { capacitiesOf } from './owed-by.js';
import { OwedList } from './owed-list.js';
import { WaitingSubmissions } from './waiting-submissions.js';

/** What must I do now: rows of a verb, a place and the time left, least time first. */
export function WorkPage() {
  const { t } = useTranslation();
  const capacities = capacitiesOf(useMe()?.posts ?? []);
  return (
    <section>
      <h1>{t('menu.work')}</h1>
      {capacities.length === 0 && <p>{t('work.empty')}</p>}
      {capacities.map((capacity) => (
        <OwedList key={capacity.waitingFor} capacity={capacity} isOnly={capacities.length === 1} />
      ))}
      <WaitingSubmissions />
    </section>
  );
}
