import { useTranslation } from 'react-i18next';
import { SheetButton } from '../actions/sheet-button.js';
import { Countdown } from '../countdown.js';
import { LoadMore } from '../load-more.js';
import { useLiveList } from '../whistles/use-live-list.js';
import { MatterLink } from '../work/matter-link.js';

/** Matters nobody has come to yet: a member who was not asked may take one on (认领). */
export function Claimable({ askedFor }: { askedFor: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const query = useLiveList({ state: 'ASSIGNING' });
  const matters = query.data?.pages.flatMap(({ items }) => items).filter(({ number }) => !askedFor.has(number)) ?? [];
  if (matters.length === 0 && !query.hasNextPage) return null;
  return (
    <section aria-labelledby="claimable">
      <h2 id="claimable">{t('calls.claimable')}</h2>
      <p>{t('calls.claimable.help')}</p>
      <ul className="owed">
        {matters.map((matter) => (
          <li key={matter.id}>
            <MatterLink matter={matter} lead={t('step.checkIn')} />
            {matter.dueAt !== undefined && <Countdown dueAt={matter.dueAt} />}
            <SheetButton
              name="checkIn.claim"
              form={{ path: 'claims', fields: [], fixed: { whistleId: matter.id } }}
              on={matter.id}
              subject={{ address: '/api/check-ins', title: matter.number }}
            />
          </li>
        ))}
      </ul>
      <LoadMore query={query} />
    </section>
  );
}
