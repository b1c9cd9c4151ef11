import type { Sitting } from '@hsl/contracts/schemas/sittings';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';

/** When, where and in which form, on what, and who came in numbers. */
export function SittingPlan({ sitting }: { sitting: Sitting }) {
  const { t, i18n } = useTranslation();
  const { format, startsAt, endsAt, onlineLink, openToAll, agenda, attendance } = sitting;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  const { quorum, isQuorate, ...counts } = attendance;
  return (
    <section>
      <h2>{t('session.plan')}</h2>
      <p>
        {t(`sessionFormat.${format}`)} · {t('session.time', { from: at(startsAt), to: at(endsAt) })}
        {openToAll && ` · ${t('session.openToAll')}`}
      </p>
      {onlineLink !== undefined && (
        <p>
          <a href={onlineLink} target="_blank" rel="noreferrer">
            {t('session.link')}
          </a>
        </p>
      )}
      {agenda.length > 0 && (
        <>
          <h3>{t('session.agenda')}</h3>
          <ol>
            {agenda.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </>
      )}
      <h3>{t('session.attendance')}</h3>
      <p>{t('session.attendance.counts', counts)}</p>
      <p>{t(isQuorate ? 'session.quorum.yes' : 'session.quorum.no', { quorum })}</p>
    </section>
  );
}
