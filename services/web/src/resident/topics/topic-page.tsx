import type { PublicTopic } from '@hsl/contracts/schemas/public-reading';
import type { PublishedRecords } from '@hsl/contracts/schemas/sitting-voices';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../http/problem.js';
import { instantText } from '../../time/instant-text.js';
import { Awaited } from '../parts.js';
import { useAnswer } from '../use-answer.js';
import { Comments } from './comments.js';
import { EndorseButton } from './endorse-button.js';

/** One thing neighbours want: what is wrong, how far it is, what was agreed, what people say. */
export function TopicPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const asked = useAnswer<PublicTopic>(`/api/topics/public/${encodeURIComponent(id)}`);
  const isGone = asked.error instanceof ApiProblem && asked.error.status === 404;
  return (
    <Awaited asked={asked} unknown={isGone ? t('topic.gone') : undefined}>
      {(topic) => (
        <>
          <h1>{topic.title}</h1>
          <section className="panel">
            <p>{topic.problem}</p>
            <p>
              {t('topics.people', { people: topic.endorsements })}
              {topic.outcome !== undefined && ` · ${t(`topic.outcome.${topic.outcome}`)}`}
            </p>
            <EndorseButton topicId={topic.id} title={topic.title} />
          </section>
          <Phases topic={topic} />
          <Results topicId={topic.id} />
          <Comments topicId={topic.id} />
        </>
      )}
    </Awaited>
  );
}

function Phases({ topic }: { topic: PublicTopic }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="panel">
      <h2>{t('topic.phases')}</h2>
      <ol className="steps">
        {topic.phases.map(({ phase, at }, index) => (
          <li key={phase} aria-current={index === topic.phases.length - 1 ? 'step' : undefined}>
            {t(`topic.phase.${phase}`)} <small>{instantText(Date.parse(at), Date.now(), i18n.language)}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Results({ topicId }: { topicId: string }) {
  const { t } = useTranslation();
  const { answer } = useAnswer<PublishedRecords>(`/api/deliberations/published?topicId=${encodeURIComponent(topicId)}`);
  if (!answer || answer.items.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('topic.results')}</h2>
      <ul className="lines">
        {answer.items.map(({ sessionId, result }) => (
          <li key={sessionId}>
            <a href={`/p/sessions/${sessionId}`}>{result}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
