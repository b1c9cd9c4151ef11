import type { Figure } from '@hsl/contracts/schemas/insight';
import { Link } from '@tanstack/react-router';
import { listQueryOf } from '../whistles/list-query.js';

/** A figure is a door: it opens exactly the cases it counts. */
export function FigureLink({ figure, value = figure.n, label }: { figure: Figure; value?: number; label?: string }) {
  const search = listQueryOf(Object.fromEntries(new URLSearchParams(figure.query)));
  return (
    <Link to="/whistles" search={search} aria-label={label && `${label} ${value}`}>
      {value}
    </Link>
  );
}
