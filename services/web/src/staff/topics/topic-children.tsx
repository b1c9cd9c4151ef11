import type { ChildWhistle } from '@hsl/contracts/schemas/topics';
import { isWhistleOpen } from '@hsl/contracts/states';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../countdown.js';
import '../work/work.css';

/** Whistles blown for a topic, those the reader may know of. */
export function TopicChildren({ items }: { items: readonly ChildWhistle[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('topic.children')}</h2>
      {items.length === 0 && <p>{t('topic.children.none')}</p>}
      <ul className="owed" aria-label={t('topic.children')}>
        {items.map(({ id, number, state, communityName, communityId, dueAt }) => (
          <li key={id}>
            <Link to="/whistles/$number" params={{ number }}>
              <strong>{t(`state.${state}`)}</strong> {number}
              <span>{communityName ?? communityId}</span>
            </Link>
            {dueAt !== undefined && isWhistleOpen(state) && <Countdown dueAt={dueAt} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
