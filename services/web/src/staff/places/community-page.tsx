import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../load-state.js';
import { DEPARTMENT, FIELD_WORK, OFFICE } from '../sign-in/role-groups.js';
import { useHasRole } from '../sign-in/use-me.js';
import { TableBox } from '../table-box.js';
import { CommunityCoverage } from './community-coverage.js';
import { OpenMatters } from './open-matters.js';
import { OwnersVotes } from './owners-votes.js';
import { PrintedCodes } from './printed-codes.js';
import { useCommunityList, useEstateList, type Community, type Estate } from './use-map.js';
import '../board/board.css';
import '../rooms.css';

const route = getRouteApi('/communities/$code');
const COLUMNS = ['name', 'management', 'manager', 'households', 'elderly'] as const;

/** What goes on in this community? Found by its id, or by the code within the subdistrict. */
export function CommunityPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const query = useCommunityList();
  const community = query.data?.find((one) => one.id === code || one.code === code);
  return (
    <LoadState query={query}>
      {community ? <View community={community} /> : <Alert type="info" title={t('error.notFound')} />}
    </LoadState>
  );
}

function View({ community: { id, name, households } }: { community: Community }) {
  const { t } = useTranslation();
  const mayBlow = useHasRole('communityWorker', 'communityHead');
  const readsCoverage = useHasRole('communityHead', 'member', ...OFFICE);
  const readsVisits = useHasRole(...FIELD_WORK, ...OFFICE);
  const readsVotes = useHasRole(...FIELD_WORK, ...OFFICE, ...DEPARTMENT);
  const prints = useHasRole('communityHead', 'liaisonOfficer', 'admin');
  return (
    <article className="board room">
      <header>
        <h1>{t('community.title', { name })}</h1>
        {households !== null && <span>{t('community.households', { n: households })}</span>}
        {readsVisits && (
          <Link to="/activities" search={{ community: id }}>
            {t('community.visits')}
          </Link>
        )}
        {mayBlow && <Link to="/whistles/new">{t('community.blow')}</Link>}
      </header>
      <OpenMatters community={id} />
      {readsCoverage && <CommunityCoverage communityId={id} />}
      <Estates communityId={id} />
      {readsVotes && <OwnersVotes communityId={id} />}
      {prints && <PrintedCodes communityId={id} />}
    </article>
  );
}

function Estates({ communityId }: { communityId: string }) {
  const { t } = useTranslation();
  const query = useEstateList();
  const estates = query.data?.filter((estate) => estate.communityId === communityId) ?? [];
  return (
    <section>
      <h2>{t('community.estates')}</h2>
      <LoadState query={query}>
        {estates.length === 0 && <p>{t('community.estates.none')}</p>}
        {estates.length > 0 && (
          <TableBox label={t('community.estates')} columns={COLUMNS.map((column) => t(`estate.${column}`))}>
            {estates.map((estate) => (
              <EstateLine key={estate.id} estate={estate} />
            ))}
          </TableBox>
        )}
      </LoadState>
    </section>
  );
}

function EstateLine({ estate }: { estate: Estate }) {
  const { t } = useTranslation();
  const { id, name, managementType, manager, households, elderlyPercent } = estate;
  return (
    <tr>
      <th scope="row">
        <Link to="/estates/$id" params={{ id }}>
          {name}
        </Link>
      </th>
      <td>{managementType !== null && t(`managementType.${managementType}`)}</td>
      <td>{manager}</td>
      <td>{households}</td>
      <td>{elderlyPercent !== null && `${elderlyPercent} %`}</td>
    </tr>
  );
}
