import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { plannedFor, type Planned } from './planned-dates.js';
import { arrivals, stationsOf, type Station } from './stations.js';
import { lineId } from './timeline-line.js';
import { useTimeline, type Timeline, type Whistle } from './whistle-queries.js';
import '../strip.css';

const MARKS: Record<Station['mark'], string> = { done: '✓', skipped: '–', now: '●', ahead: '○' };

/** The life of the matter, with where it is now; a station leads to its line in the history. */
export function StationStrip({ whistle }: { whistle: Whistle }) {
  const { t } = useTranslation();
  const { state, waitingFor, reworkCount } = whistle;
  const came = arrivals(useTimeline(whistle).data?.items ?? []);
  const owed = waitingFor.map(({ step }) => step);
  // A whistle that was blown was there.
  const { stations, beside } = stationsOf(state, new Set(['BLOWN', ...came.keys()]), owed);
  return (
    <ol className="strip stations" aria-label={t('whistle.stations')}>
      {stations.map((station) => (
        <li key={station.state} data-mark={station.mark} aria-current={station.mark === 'now' ? 'step' : undefined}>
          <span aria-hidden="true">{MARKS[station.mark]}</span>{' '}
          <Arrival station={station} line={station.mark === 'ahead' ? undefined : came.get(station.state)} />
          {station.mark === 'ahead' && <Ahead planned={plannedFor(station.state, whistle)} />}
          {station.state === 'COORDINATING' && reworkCount > 0 && (
            <span> · {t('whistle.rework', { n: reworkCount })}</span>
          )}
          {station.mark === 'now' && station.state !== 'CHECKED_IN' && beside !== undefined && (
            <strong> · {t(`state.${beside}`)}</strong>
          )}
        </li>
      ))}
    </ol>
  );
}

function Ahead({ planned }: { planned?: Planned }) {
  const { t, i18n } = useTranslation();
  if (!planned) return null;
  const { at, kind, isProvisional } = planned;
  return (
    <small>
      <time dateTime={at}>
        {t(`whistle.planned.${kind}`, { at: instantText(Date.parse(at), Date.now(), i18n.language) })}
      </time>
      {isProvisional && ` · ${t('time.provisional')}`}
    </small>
  );
}

function Arrival({ station, line }: { station: Station; line?: Timeline['items'][number] }) {
  const { t, i18n } = useTranslation();
  const { state, mark } = station;
  if (mark === 'skipped') {
    return (
      <span>
        {state === 'DELIBERATING' ? t('whistle.noSession') : `${t(`station.${state}`)}（${t('whistle.skipped')}）`}
      </span>
    );
  }
  if (!line) return <span>{t(`station.${state}`)}</span>;
  return (
    <>
      <a href={`#${lineId(line.id)}`}>{t(`station.${state}`)}</a>{' '}
      <small>
        <time dateTime={line.at}>{instantText(Date.parse(line.at), Date.now(), i18n.language)}</time>
      </small>
    </>
  );
}
