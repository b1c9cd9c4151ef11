import type { Role } from '@hsl/contracts/roles';
import type { Board } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { useTicking } from '../../time/ticking.js';
import { AlarmBar } from '../alarm/alarm-bar.js';
import { LoadState } from '../load-state.js';
import { useHasRole } from '../sign-in/use-me.js';
import { ByCommunity, ByDepartment } from './by-place.js';
import { ByState } from './by-state.js';
import { Headline } from './headline.js';
import { Lights } from './lights.js';
import { MonthFigures } from './month-figures.js';
import { TodayCardsPanel } from './today-cards-panel.js';
import { StuckList } from './stuck-list.js';
import { LATE_MS, useBoard } from './use-board.js';
import './board.css';

/** Where must I step in today? */
export function BoardPage() {
  const { t } = useTranslation();
  const query = useBoard();
  const board = query.data;
  return (
    <article className="board">
      <header>
        <h1>{t('board.title')}</h1>
        <a className="to-wall" href="/board?wall=1">
          {t('board.wall')}
        </a>
        <AlarmBar />
        <AsOf answeredAt={query.dataUpdatedAt} isFailing={query.error !== null} lateSince={board?.lateSince} />
      </header>
      <LoadState query={query}>{board && <Panels board={board} />}</LoadState>
    </article>
  );
}

interface Freshness {
  answeredAt: number;
  isFailing: boolean;
  lateSince: string | undefined;
}

/** When the service last answered: quiet events are no old figures; a service that is silent, or hears nothing, is. */
function AsOf({ answeredAt, isFailing, lateSince }: Freshness) {
  const { t, i18n } = useTranslation();
  const now = useTicking();
  if (answeredAt === 0) return null;
  const stoodAt = lateSince === undefined ? answeredAt : Date.parse(lateSince);
  const at = instantText(stoodAt, now, i18n.language);
  const isLate = isFailing || lateSince !== undefined || now - answeredAt > LATE_MS;
  return <p role="status">{isLate ? t('state.stale', { at }) : t('board.asOf', { at })}</p>;
}

/** Who reads figures; whoever does not has no lights on the board either. */
const FIGURE_READERS: readonly Role[] = [
  ...(['communityHead', 'liaisonOfficer', 'deputyHead', 'head', 'deputyLeader', 'groupLeader'] as const),
];

/** Who reads every card of the subdistrict. */
const CARD_READERS: readonly Role[] = ['liaisonOfficer', 'deputyLeader', 'groupLeader'];

function Panels({ board }: { board: Board }) {
  const readsFigures = useHasRole(...FIGURE_READERS);
  const readsCards = useHasRole(...CARD_READERS);
  return (
    <>
      <Headline board={board} />
      <StuckList board={board} />
      <div className="panels">
        {readsCards && <TodayCardsPanel officeCards={board.officeCards} />}
        <ByState byState={board.byState} />
        {readsFigures && (
          <div className="panel-stack">
            <MonthFigures />
            <Lights />
          </div>
        )}
      </div>
      <div className="panels">
        <ByDepartment byDepartment={board.byDepartment} />
        <ByCommunity byCommunity={board.byCommunity} />
      </div>
    </>
  );
}
