import type { Board } from '@hsl/contracts/schemas/insight';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isWall } from '../wall.js';
import { TableBox } from '../table-box.js';
import { MatterRow } from '../whistles/matter-row.js';

const COLUMNS = ['number', 'community', 'state', 'grade', 'waitingFor', 'since', 'due', 'nextRung'] as const;

/** As many as a wall shows without scrolling. */
const WALL_ROWS = 5;

/** Where it is stuck: who is waited for, since when, and the next rung; the longest first. */
export function StuckList({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { open } = board;
  const stuck = isWall() ? board.stuck.slice(0, WALL_ROWS) : board.stuck;
  return (
    <section className="stuck">
      <h2>{t('board.stuck', { n: stuck.length })}</h2>
      {stuck.length === 0 && <p>{t('board.stuck.none')}</p>}
      {stuck.length > 0 && (
        <TableBox label={t('board.stuck', { n: stuck.length })} columns={COLUMNS.map((column) => t(`list.${column}`))}>
          {stuck.map((matter) => (
            <MatterRow key={matter.id} matter={matter} />
          ))}
        </TableBox>
      )}
      <Link to="/whistles" search={{ open: 'true' }}>
        {t('board.all', { n: open.n })}
      </Link>
    </section>
  );
}
