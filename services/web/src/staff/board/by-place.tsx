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

/** Departments with what waits for them and their cards. */
export function ByDepartment({ byDepartment }: Pick<Board, 'byDepartment'>) {
  const { t } = useTranslation();
  return (
    <PlaceTable title={t('board.byDepartment')} columns={['board.open', 'board.overdue', 'board.yellow', 'board.red']}>
      {byDepartment.toSorted(worstFirst).map(({ departmentId, name, open, overdue, yellow, red }) => (
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
  const { t } = useTranslation();
  return (
    <PlaceTable title={t('board.byCommunity')} columns={['board.open', 'board.overdue']}>
      {byCommunity.toSorted(worstFirst).map(({ communityId, name, open, overdue }) => (
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

function PlaceTable({ title, columns, children }: { title: string; columns: string[]; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{title}</h2>
      <TableBox label={title} columns={['board.name', ...columns].map((column) => t(column))}>
        {children}
      </TableBox>
    </section>
  );
}
