import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { Countdown } from '../countdown.js';
import { useNameOf } from '../names/use-names.js';
import { useTasksOf } from './use-tasks-of.js';
import { waitsOf } from './waits.js';
import type { Whistle } from './whistle-queries.js';

/** Who, since when, until when, and what comes next if nothing happens. */
export function WaitingLine({ whistle }: { whistle: Whistle }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNameOf();
  const { id, version, outcome } = whistle;
  const tasks = useTasksOf(id, version).data?.items ?? [];
  const { waitingFor, since, dueAt, nextRung, deadlines } = waitsOf(whistle, tasks);
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  if (waitingFor.length === 0) {
    return outcome === undefined ? null : <p className="waiting">{t(`outcome.${outcome}`)}</p>;
  }
  const clock = deadlines.find((one) => one.dueAt === dueAt);
  return (
    <div className="waiting">
      <p>
        <strong>{t('whistle.waiting')}</strong>
        {waitingFor.map(({ step, kind, id }) => (
          <span key={`${step} ${id}`}>
            {kind === 'role' ? t(`role.${id}`) : nameOf(kind, id)} {t(`step.${step}`)}
          </span>
        ))}
        {since !== undefined && <span>{t('time.since', { at: at(since) })}</span>}
      </p>
      {dueAt !== undefined && (
        <p>
          <Countdown dueAt={dueAt} />
          {clock?.paused && <span>{t('time.paused')}</span>}
          {clock?.provisional && <span>{t('time.provisional')}</span>}
          {clock !== undefined && clock.daysOffBetween > 0 && (
            <span>{t('time.daysOff', { days: clock.daysOffBetween })}</span>
          )}
        </p>
      )}
      {nextRung && <p>{t('whistle.nextRung', { rung: t(`rung.${nextRung.kind}`), at: at(nextRung.at) })}</p>}
    </div>
  );
}
