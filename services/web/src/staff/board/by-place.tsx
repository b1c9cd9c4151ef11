import type { Board, CardFigure, Figure } from '@hsl/contracts/schemas/insight';
import { useTranslation } from 'react-i18next';
import { TableBox } from '../table-box.js';
import { FigureLink } from './figure-link.js';

interface Place {
  open: Figure;
  overdue: Figure;
  red?: CardFigure;
}

/** Where somebody must step in comes first: late, then red cards, then work. */
const worstFirst = (a: Place, b: Place): number =>
  b.overdue.n - a.overdue.n || (b.red?.cards ?? 0) - (a.red?.cards ?? 0) || b.open.n - a.open.n;

/** Nothing waits there and nothing is late: it is said in one line for all of them. */
const isQuiet = (place: Place & { yellow?: CardFigure }): boolean =>
  place.open.n + place.overdue.n + (place.yellow?.cards ?? 0) + (place.red?.cards ?? 0) === 0;

/** Departments with what waits for them and their cards. */
export function ByDepartment({ byDepartment }: Pick<Board, 'byDepartment'>) {
  const busy = byDepartment.filter((one) => !isQuiet(one));
  return (
    <PlaceTable
      title="board.byDepartment"
      columns={['board.open', 'board.overdue', 'board.yellow', 'board.red']}
      quiet={byDepartment.filter(isQuiet).map(({ name, departmentId }) => name ?? departmentId)}
    >
      {busy.toSorted(worstFirst).map(({ departmentId, name, open, overdue, yellow, red }) => (
        <tr key={departmentId}>
          <th scope="row">{name ?? departmentId}</th>
          {[open, overdue].map((figure, index) => (
            <td key={index}>
              <FigureLink figure={figure} />
            </td>
          ))}
          {[yellow, red].map((figure, index) => (
            <td key={index}>
              <FigureLink figure={figure} value={figure.cards} />
            </td>
          ))}
        </tr>
      ))}
    </PlaceTable>
  );
}

export function ByCommunity({ byCommunity }: Pick<Board, 'byCommunity'>) {
  const busy = byCommunity.filter((one) => !isQuiet(one));
  return (
    <PlaceTable
      title="board.byCommunity"
      columns={['board.open', 'board.overdue']}
      quiet={byCommunity.filter(isQuiet).map(({ name, communityId }) => name ?? communityId)}
    >
      {busy.toSorted(worstFirst).map(({ communityId, name, open, overdue }) => (
        <tr key={communityId}>
          <th scope="row">{name ?? communityId}</th>
          {[open, overdue].map((figure, index) => (
            <td key={index}>
              <FigureLink figure={figure} />
            </td>
          ))}
        </tr>
      ))}
    </PlaceTable>
  );
}

interface TableProps {
  title: string;
  columns: string[];
  /** Names of places with nothing to count. */
  quiet: readonly string[];
  children: React.ReactNode[];
}

function PlaceTable({ title, columns, quiet, children }: TableProps) {
  const { t } = useTranslation();
  return (
    <section className="by-place">
      <h2>{t(title)}</h2>
      {children.length > 0 && (
        <TableBox label={t(title)} columns={['board.name', ...columns].map((column) => t(column))}>
          {children}
        </TableBox>
      )}
      {quiet.length > 0 && (
        <details>
          <summary>{t('board.quiet', { n: quiet.length })}</summary>
          <p>{quiet.join(t('list.comma'))}</p>
        </details>
      )}
    </section>
  );
}
