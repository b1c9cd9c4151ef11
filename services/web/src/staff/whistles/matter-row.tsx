import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { Link } from '@tanstack/react-router';
import { CardChips } from '../card-chips.js';
import { Countdown } from '../countdown.js';
import { MATTER_COLUMNS, useMatterCells, type MatterColumn } from './use-matter-cells.js';

interface Props {
  matter: LiveMatter;
  columns?: readonly MatterColumn[];
}

/** One matter in a list: where it is, who is waited for since when, what comes next. */
export function MatterRow({ matter, columns = MATTER_COLUMNS }: Props) {
  const cells = useMatterCells()(matter);
  const { number, dueAt, cards } = matter;
  return (
    <tr>
      {columns.map((column) => (
        <td key={column}>
          {column === 'number' ? (
            <>
              <Link to="/whistles/$number" params={{ number }}>
                {number}
              </Link>
              <CardChips cards={cards} />
            </>
          ) : column === 'due' ? (
            dueAt !== undefined && <Countdown dueAt={dueAt} />
          ) : (
            cells[column]
          )}
        </td>
      ))}
    </tr>
  );
}
