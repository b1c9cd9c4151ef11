import type { CoverageReport } from '@hsl/contracts/schemas/areas';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';
import { SheetButton } from '../actions/sheet-button.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { useHasRole } from '../sign-in/use-me.js';
import { TableBox } from '../table-box.js';
import { PROPOSE_AREA } from './area-action-forms.js';
import { AreaProposals } from './area-proposals.js';
import { MembersRoom } from './members-room.js';

const route = getRouteApi('/coverage');
const COLUMNS = ['community', 'missing', 'members', 'groups'] as const;
type Community = CoverageReport['items'][number];

/** Is every community covered? What falls short comes first. */
export function CoveragePage() {
  const { t } = useTranslation();
  const { only } = route.useSearch();
  const navigate = route.useNavigate();
  const mayPropose = useHasRole('liaisonOfficer');
  const query = useQuery({ queryKey: ['coverage'], queryFn: () => ask<CoverageReport>('/api/coverage') });
  const { items = [], total = 0, covered = 0 } = query.data ?? {};
  const shown = items
    .filter(({ isCovered }) => only === undefined || !isCovered)
    .toSorted((a, b) => Number(a.isCovered) - Number(b.isCovered));
  const views = [undefined, 'breached'] as const;
  return (
    <MembersRoom>
      <section>
        <LoadState query={query}>
          <p className="lead">
            {covered === total
              ? t('coverage.allCovered', { total })
              : t('coverage.breached', { total, n: total - covered })}
          </p>
          <p className="quiet">{t('coverage.rule')}</p>
          <div className="filters" role="group" aria-label={t('coverage.view')}>
            {views.map((view) => (
              <Button
                key={view ?? 'all'}
                aria-pressed={view === only}
                onClick={() => void navigate({ search: { only: view } })}
              >
                {t(view === undefined ? 'coverage.all' : 'coverage.only')}
              </Button>
            ))}
            {mayPropose && (
              <SheetButton
                isPrimary
                name="areaAssignment.propose"
                form={PROPOSE_AREA}
                subject={{ address: '/api', title: t('members.title') }}
              />
            )}
          </div>
          <TableBox label={t('members.areas')} columns={COLUMNS.map((column) => t(`coverage.${column}`))}>
            {shown.map((community) => (
              <CommunityLine key={community.communityId} community={community} />
            ))}
          </TableBox>
        </LoadState>
      </section>
      <AreaProposals />
    </MembersRoom>
  );
}

function CommunityLine({ community }: { community: Community }) {
  const { t, i18n } = useTranslation();
  const { communityId, communityName, members, domains, missing, breachedSince } = community;
  const since = breachedSince === undefined ? '' : instantText(Date.parse(breachedSince), Date.now(), i18n.language);
  return (
    <tr>
      <th scope="row">
        <Link to="/communities/$code" params={{ code: communityId }}>
          {communityName}
        </Link>
      </th>
      <td>
        {missing.length === 0 && t('coverage.covered')}
        {missing.map(({ what, has, needs }) => (
          <strong key={what}>{t(`coverage.missing.${what}`, { has, needs })} </strong>
        ))}
        {since !== '' && <small>{t('time.since', { at: since })}</small>}
      </td>
      <td>{members.map(({ name }) => name).join(' · ')}</td>
      <td>{domains.join(' · ')}</td>
    </tr>
  );
}
