import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { SheetButton } from '../actions/sheet-button.js';
import { Countdown } from '../countdown.js';
import { LoadMore } from '../load-more.js';
import { useLiveList } from '../whistles/use-live-list.js';
import { MatterLink } from '../work/matter-link.js';

/** Members are asked as soon as a matter is assigned: calls read a moment later hold it. */
const ASKED_WITHIN_MS = 3_000;

interface Props {
  askedFor: ReadonlySet<string>;
  /** When the calls were read, by the service's clock: who is asked for a matter is not offered it beside that. */
  readAt: number;
}

/** Matters nobody has come to yet: a member who was not asked may take one on (认领). */
export function Claimable({ askedFor, readAt }: Props) {
  const { t } = useTranslation();
  const query = useLiveList({ state: 'ASSIGNING' });
  const isOffered = ({ number, since = '' }: LiveMatter): boolean =>
    !askedFor.has(number) && (Date.parse(since) || 0) + ASKED_WITHIN_MS <= readAt;
  const matters = query.data?.pages.flatMap(({ items }) => items).filter(isOffered) ?? [];
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
