import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { useTopicHistory } from './use-topics.js';

/** What happened to a topic, with reasons and findings, the oldest first. */
export function TopicHistoryList({ id, version }: { id: string; version: number }) {
  const { t, i18n } = useTranslation();
  const lines = useTopicHistory(id, version).data?.items;
  if (!lines) return null;
  return (
    <section>
      <h2>{t('topic.history')}</h2>
      <ul className="timeline">
        {lines.map(({ kind, at, role, words }) => (
          <li key={`${at} ${kind}`}>
            <time dateTime={at}>{instantText(Date.parse(at), Date.now(), i18n.language)}</time>
            <span>
              {t(`topicChange.${kind}`)}
              {role !== undefined && <small> · {t(`role.${role}`)}</small>}
              {words !== undefined && ` · ${words}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
