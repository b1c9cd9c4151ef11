import type { Session } from '@hsl/contracts/schemas/sessions';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';

/** What each sitting came to, the oldest first. */
export function Conclusions({ minutes }: Pick<Session, 'minutes'>) {
  const { t, i18n } = useTranslation();
  return (
    <section>
      <h2>{t('session.minutes')}</h2>
      {minutes.map(({ id, outcome, recordedAt, attendance, problem, consensus, dissent, nextStep }) => (
        <div key={id}>
          <p>
            <strong>{t(`sessionOutcome.${outcome}`)}</strong> ·{' '}
            {instantText(Date.parse(recordedAt), Date.now(), i18n.language)} ·{' '}
            {t('session.came', { count: attendance })}
          </p>
          <dl className="pairs">
            {Object.entries({ problem, consensus, dissents: dissent, nextStep }).map(
              ([name, words]) =>
                words !== undefined && (
                  <div key={name} style={{ display: 'contents' }}>
                    <dt>{t(`session.${name}`)}</dt>
                    <dd>{words}</dd>
                  </div>
                ),
            )}
          </dl>
        </div>
      ))}
    </section>
  );
}
