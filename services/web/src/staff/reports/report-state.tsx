import type { Report } from '@hsl/contracts/schemas/reports';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { isBeingMade } from './use-reports.js';

/** How far it is; then until when it is kept, or why there is none. */
export function ReportState({ report }: { report: Report }) {
  const { t, i18n } = useTranslation();
  const { state, progress, title, message, releasedAt, expiresAt } = report;
  const word = (both: { zh: string; en: string }): string => (i18n.language === 'en' ? both.en : both.zh);
  if (isBeingMade(report)) {
    return (
      <>
        <progress max={100} value={progress} aria-label={t('reports.progress', { title: word(title) })} />{' '}
        {state === 'queued' ? t('reports.queued') : t('reports.running', { progress })}
      </>
    );
  }
  if (message !== undefined) return <span>{word(message)}</span>;
  return (
    <span>
      {releasedAt !== undefined && <strong>{t('reports.released')} · </strong>}
      {t('reports.kept.until', { at: instantText(Date.parse(expiresAt), Date.now(), i18n.language) })}
    </span>
  );
}
