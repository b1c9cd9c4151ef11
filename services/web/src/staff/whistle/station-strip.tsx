import { useTranslation } from 'react-i18next';
import { seenStates, stationsOf, type Station } from './stations.js';
import { useTimeline, type Whistle } from './whistle-queries.js';

const MARKS: Record<Station['mark'], string> = { done: '✓', skipped: '–', now: '●', ahead: '○' };

/** The life of the matter, with where it is now. */
export function StationStrip({ whistle }: { whistle: Whistle }) {
  const { t } = useTranslation();
  const { number, version, state } = whistle;
  const history = useTimeline(number, version).data?.items ?? [];
  const { stations, beside } = stationsOf(state, seenStates(history.map(({ toState }) => toState)));
  return (
    <ol className="stations" aria-label={t('whistle.stations')}>
      {stations.map((station) => (
        <li key={station.state} data-mark={station.mark} aria-current={station.mark === 'now' ? 'step' : undefined}>
          <span aria-hidden="true">{MARKS[station.mark]}</span> {t(`state.${station.state}`)}
          {station.mark === 'skipped' && <span className="visually-hidden">{t('whistle.skipped')}</span>}
          {station.mark === 'now' && beside !== undefined && <strong> · {t(`state.${beside}`)}</strong>}
        </li>
      ))}
    </ol>
  );
}
