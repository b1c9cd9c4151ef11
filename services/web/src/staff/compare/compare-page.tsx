import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCategories } from '../blow/use-places.js';
import { LoadState } from '../load-state.js';
import { useDepartments } from '../names/use-names.js';
import { useCommunityList, useEstateList } from '../places/use-map.js';
import { TableBox } from '../table-box.js';
import { useWhistle, type Whistle } from '../whistle/whistle-queries.js';
import { CompareVerdict } from './compare-verdict.js';
import { comparedRows, type Named } from './compare-rows.js';
import '../board/board.css';
import '../rooms.css';
import '../whistle/whistle.css';
import './compare.css';

const route = getRouteApi('/whistles/$number/compare/$other');

/** Is it the same matter? Both side by side; what differs is bold and says so. */
export function ComparePage() {
  const { t } = useTranslation();
  const { number, other: otherNumber } = route.useParams();
  const one = useWhistle(number);
  const other = useWhistle(otherNumber);
  return (
    <article className="board room">
      <h1>{t('compare.title')}</h1>
      <LoadState query={one}>
        <LoadState query={other}>{one.data && other.data && <Both one={one.data} other={other.data} />}</LoadState>
      </LoadState>
    </article>
  );
}

function Both({ one, other }: { one: Whistle; other: Whistle }) {
  const { t, i18n } = useTranslation();
  const rows = comparedRows(one, other, useNamed(), t, i18n.language);
  return (
    <>
      <section className="compared">
        <TableBox label={t('compare.table')} columns={[t('compare.what'), one.number, other.number]}>
          {rows.map(({ name, one: left, other: right, isDifferent }) => (
            <tr key={name} data-different={isDifferent || undefined}>
              <th scope="row">
                {t(`compare.${name}`)} {isDifferent && <small>{t('compare.different')}</small>}
              </th>
              <td className="wraps">{isDifferent ? <strong>{left}</strong> : left}</td>
              <td className="wraps">{isDifferent ? <strong>{right}</strong> : right}</td>
            </tr>
          ))}
        </TableBox>
        <p className="sheet-buttons">
          {[one, other].map(({ id, number }) => (
            <Link key={id} to="/whistles/$number" params={{ number }}>
              {number}
            </Link>
          ))}
        </p>
      </section>
      <CompareVerdict one={one} other={other} />
    </>
  );
}

function useNamed(): Named {
  const categories = useCategories();
  const communities = useCommunityList().data ?? [];
  const estates = useEstateList().data ?? [];
  const departments = useDepartments();
  const nameIn = (all: readonly { id: string; name: string }[]) => (id: string) =>
    all.find((one) => one.id === id)?.name ?? id;
  return {
    category: (code) => categories.find(({ value }) => value === code)?.label ?? code,
    ...{ community: nameIn(communities), estate: nameIn(estates), department: nameIn(departments) },
  };
}
