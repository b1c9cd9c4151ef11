import type { PublishedRecord } from '@hsl/contracts/schemas/sitting-voices';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';

/** What came of it, for everybody: seats and counts, no names. */
export function PublishedResult({ record }: { record: PublishedRecord }) {
  const { t, i18n } = useTranslation();
  const parts = [
    ['session.consensus', record.consensus],
    ['session.dissent', record.dissent],
    ['session.next', record.nextStep],
  ] as const;
  return (
    <>
      <h1>{t('session.result')}</h1>
      <section className="panel">
        <strong>{record.result}</strong>
        <p>
          {instantText(Date.parse(record.heldAt), Date.now(), i18n.language)} ·{' '}
          {t('session.attendance', { people: record.attendance.total })}
        </p>
        {parts.map(([title, text]) =>
          text === undefined ? null : (
            <div key={title}>
              <h2>{t(title)}</h2>
              <p>{text}</p>
            </div>
          ),
        )}
      </section>
      {record.motions.map((motion) => (
        <section key={motion.id} className="panel">
          <h2>{motion.text}</h2>
          <p>{t('session.motion.counts', { for: motion.for, against: motion.against, abstain: motion.abstain })}</p>
        </section>
      ))}
      {record.opinions.length > 0 && (
        <section className="panel">
          <h2>{t('session.said')}</h2>
          <ul className="lines">
            {record.opinions.map(({ seat, text, at }) => (
              <li key={`${at} ${text}`}>
                {text} <small>· {t(`session.seat.${seat}`)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
