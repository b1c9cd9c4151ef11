import type { ReactNode } from 'react';
import './table-box.css';

interface Props {
  /** What the table is, for whoever does not see it. */
  label: string;
  columns: readonly string[];
  /** Rows; or, if they are grouped, a `tbody` for each group. */
  children: ReactNode;
  isGrouped?: boolean;
}

/** A table that scrolls inside its own box, which the keyboard reaches: a page never scrolls sideways. */
export function TableBox({ label, columns, children, isGrouped = false }: Props) {
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={label}>
      <table className="matters">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {isGrouped ? children : <tbody>{children}</tbody>}
      </table>
    </div>
  );
}
