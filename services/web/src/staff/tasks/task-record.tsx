import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import type { TaskDetails } from './use-tasks.js';

/** What stands on record about a task: the other units, what was fed back, the cards. */
export function TaskRecord({ task }: { task: TaskDetails }) {
  const { t, i18n } = useTranslation();
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  const { others, feedback, cards } = task;
  return (
    <>
      <Part title={t('task.others')} rows={others.length}>
        {others.map(({ department, role, state, feedbackDueAt }) => (
          <li key={`${department.id} ${role}`}>
            {[department.name, t(`tasks.role.${role}`), t(`taskState.${state}`)].join(' · ')}
            <span>{t('task.by', { at: at(feedbackDueAt) })}</span>
          </li>
        ))}
      </Part>
      <Part title={t('task.feedback')} rows={feedback.length}>
        {feedback.map(({ id, submittedAt, summary, measures }) => (
          <li key={id}>
            <time dateTime={submittedAt}>{at(submittedAt)}</time>
            <span>{[summary, measures].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </Part>
      <Part title={t('task.cards')} rows={cards.length}>
        {cards.map(({ id, issuedAt, kind, step }) => (
          <li key={id}>
            <time dateTime={issuedAt}>{at(issuedAt)}</time>
            <span>{`${t(`rung.${kind}Card`)} · ${t(`step.${step}`)}`}</span>
          </li>
        ))}
      </Part>
    </>
  );
}

/** Nothing is said of what there is none of. */
function Part({ title, rows, children }: { title: string; rows: number; children: ReactNode }) {
  if (rows === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="timeline">{children}</ul>
    </section>
  );
}
