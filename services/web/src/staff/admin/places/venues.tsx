import type { Venue } from '@hsl/contracts/schemas/venues';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { TableBox } from '../../table-box.js';
import { useListed } from '../use-listed.js';

const COLUMNS = ['venue', 'kind', 'address', 'state'] as const;

/** Where people meet. */
export function Venues() {
  const { t } = useTranslation();
  const { query, rows } = useListed<Venue>('/api/venues');
  return (
    <section>
      <h2>{t('adminPlaces.venues')}</h2>
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('adminPlaces.venues.none')}</p>}
        <TableBox label={t('adminPlaces.venues')} columns={COLUMNS.map((column) => t(`adminPlaces.column.${column}`))}>
          {rows.map(({ id, name, kind, address, active }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/admin/places/$id" params={{ id }}>
                  {name}
                </Link>
              </th>
              <td>{t(`adminPlaces.venueKind.${kind}`)}</td>
              <td className="wide">{address}</td>
              <td>{t(active ? 'adminPlaces.inUse' : 'adminPlaces.ended')}</td>
            </tr>
          ))}
        </TableBox>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
