import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadState } from '../load-state.js';
import { DEPARTMENT, FIELD_WORK, OFFICE } from '../sign-in/role-groups.js';
import { useHasRole } from '../sign-in/use-me.js';
import { OpenMatters } from './open-matters.js';
import { OwnersVotes } from './owners-votes.js';
import { useCommunityList, useEstateList, type Estate } from './use-map.js';
import '../board/board.css';
import '../rooms.css';

const route = getRouteApi('/estates/$id');

/** What goes on in this estate? */
export function EstatePage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const query = useEstateList();
  const estate = query.data?.find((one) => one.id === id);
  return (
    <LoadState query={query}>
      {estate ? <View estate={estate} /> : <Alert type="info" title={t('error.notFound')} />}
    </LoadState>
  );
}

function View({ estate }: { estate: Estate }) {
  const { t } = useTranslation();
  const mayBlow = useHasRole('communityWorker', 'communityHead');
  const readsVotes = useHasRole(...FIELD_WORK, ...OFFICE, ...DEPARTMENT);
  const { id, name, communityId } = estate;
  const community = useCommunityList().data?.find((one) => one.id === communityId);
  return (
    <article className="board room">
      <header>
        <h1>{name}</h1>
        <Link to="/communities/$code" params={{ code: communityId }}>
          {t('community.title', { name: community?.name ?? communityId })}
        </Link>
        {mayBlow && <Link to="/whistles/new">{t('community.blow')}</Link>}
      </header>
      <Facts estate={estate} />
      <OpenMatters estate={id} />
      {readsVotes && <OwnersVotes communityId={communityId} estate={name} />}
    </article>
  );
}

function Facts({ estate }: { estate: Estate }) {
  const { t } = useTranslation();
  const { managementType, manager, households, buildings, elderlyPercent } = estate;
  const facts = {
    management: managementType === null ? null : t(`managementType.${managementType}`),
    ...{ manager, households, buildings },
    elderly: elderlyPercent === null ? null : `${elderlyPercent} %`,
  };
  return (
    <section>
      <h2>{t('estate.facts')}</h2>
      <dl className="facts-list">
        {Object.entries(facts).map(([name, value]) => (
          <div key={name}>
            <dt>{t(`estate.${name}`)}</dt>
            <dd>{value ?? t('estate.unknown')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
