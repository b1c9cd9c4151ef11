import type { Topic } from '@hsl/contracts/schemas/topics';
import { TOPIC_PHASES } from '@hsl/contracts/topics';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import '../strip.css';

/** Selection, solving, breakthrough: since when each, and where the topic is now (S110). */
export function TopicPhases({ topic }: { topic: Topic }) {
  const { t, i18n } = useTranslation();
  return (
    <ol className="strip stations phases" aria-label={t('topic.phases')}>
      {TOPIC_PHASES.map((code) => {
        const entered = topic.phases.find(({ phase }) => phase === code);
        const isNow = topic.phase === code && topic.state !== 'CLOSED';
        const phase = t(`topicPhase.${code}`);
        return (
          <li
            key={code}
            data-mark={isNow ? 'now' : entered ? 'done' : undefined}
            aria-current={isNow ? 'step' : undefined}
          >
            {entered
              ? `${isNow ? '●' : '✓'} ${t('topic.phase.since', { phase, at: instantText(Date.parse(entered.at), Date.now(), i18n.language) })}`
              : `○ ${t('topic.phase.ahead', { phase })}`}
          </li>
        );
      })}
    </ol>
  );
}
