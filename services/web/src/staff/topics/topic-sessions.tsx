import type { Session } from '@hsl/contracts/schemas/sessions';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { useCutList } from '../cut-list/use-cut-list.js';
import { LoadMore } from '../load-more.js';

/** Talks on a topic, the newest first. */
export function TopicSessions({ topicId }: { topicId: string }) {
  const { t, i18n } = useTranslation();
  const { query, items } = useCutList<Session>('/api/deliberations', { topicId });
  return (
    <section>
      <h2>{t('topic.sessions')}</h2>
      {query.isSuccess && items.length === 0 && <p>{t('topic.sessions.none')}</p>}
      <ul>
        {items.map(({ id, state, outcome, convenedAt }) => (
          <li key={id}>
            <Link to="/sessions/$id" params={{ id }}>
              {instantText(Date.parse(convenedAt), Date.now(), i18n.language)} ·{' '}
              {t(outcome === undefined ? `sessionState.${state}` : `sessionOutcome.${outcome}`)}
            </Link>
          </li>
        ))}
      </ul>
      <LoadMore query={query} />
    </section>
  );
}
