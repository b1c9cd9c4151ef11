import type { QrPoint } from '@hsl/contracts/schemas/qr-points';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../../blow/use-places.js';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { TableBox } from '../../table-box.js';
import { Failures } from '../failures.js';
import { useAt } from '../use-at.js';
import { useListed } from '../use-listed.js';
import { openSheet } from './print-sheet.js';
import { useEndingCode } from './use-places-admin.js';

const COLUMNS = ['place', 'kind', 'community', 'state', 'createdAt', 'do'] as const;

/** Codes that hang at places. */
export function QrPoints() {
  const { t } = useTranslation();
  const { query, rows } = useListed<QrPoint>('/api/qr-points');
  const printing = useMutation({ mutationFn: openSheet });
  const ending = useEndingCode();
  return (
    <section>
      <h2>{t('adminPlaces.points')}</h2>
      <Failures error={printing.error ?? ending.error} />
      <LoadState query={query}>
        {rows.length === 0 && <p>{t('adminPlaces.points.none')}</p>}
        <TableBox label={t('adminPlaces.points')} columns={COLUMNS.map((column) => t(`adminPlaces.column.${column}`))}>
          {rows.map((point) => (
            <PointRow
              key={point.id}
              point={point}
              onPrint={() => printing.mutate(point.id)}
              onEnd={(what) => ending.send({ id: point.id, what })}
            />
          ))}
        </TableBox>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

interface Props {
  point: QrPoint;
  onPrint: () => void;
  onEnd: (what: 'reissue' | 'revocation') => void;
}

function PointRow({ point: { place, kind, communityId, active, createdAt }, onPrint, onEnd }: Props) {
  const { t } = useTranslation();
  const at = useAt();
  const communities = useCommunities();
  const community = communities.find(({ value }) => value === communityId)?.label ?? communityId;
  return (
    <tr>
      <th scope="row" className="wide">
        {place}
      </th>
      <td>{t(`adminPlaces.kind.${kind}`)}</td>
      <td>{community}</td>
      <td>{t(active ? 'adminPlaces.inUse' : 'adminPlaces.ended')}</td>
      <td>{at(createdAt)}</td>
      <td>
        {active && (
          <span className="admin-row">
            <Button aria-label={t('adminPlaces.print.of', { place })} onClick={onPrint}>
              {t('adminPlaces.print')}
            </Button>
            <Button aria-label={t('adminPlaces.reissue.of', { place })} onClick={() => onEnd('reissue')}>
              {t('adminPlaces.reissue')}
            </Button>
            <Button aria-label={t('adminPlaces.revoke.of', { place })} onClick={() => onEnd('revocation')}>
              {t('adminPlaces.revoke')}
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
}
