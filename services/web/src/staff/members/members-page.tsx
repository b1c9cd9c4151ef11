import type { ExpertCard, MemberCard } from '@hsl/contracts/schemas/members';
import type { PointRanking } from '@hsl/contracts/schemas/points';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommunities } from '../blow/use-places.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { OFFICE } from '../sign-in/role-groups.js';
import { useHasRole } from '../sign-in/use-me.js';
import { TableBox } from '../table-box.js';
import { usePages } from '../use-pages.js';
import { MembersFilter } from './members-filter.js';
import { MembersRoom } from './members-room.js';

const route = getRouteApi('/members');
const COLUMNS = ['name', 'sector', 'communities', 'skills'] as const;
type Score = PointRanking['items'][number];

/** Who speaks for which community, and what each can bring. */
export function MembersPage() {
  const { t } = useTranslation();
  const { q, community, skill } = route.useSearch();
  const navigate = route.useNavigate();
  const { query, items } = usePages<MemberCard>('/api/members', { q, communityId: community, skill });
  const scores = useScores();
  const columns = [...COLUMNS, ...(scores ? (['points', 'rank'] as const) : [])];
  return (
    <MembersRoom>
      <section>
        <h2>{t('members.list', { n: `${items.length}${query.hasNextPage ? '+' : ''}` })}</h2>
        <MembersFilter filters={{ q, community, skill }} onChange={(search) => void navigate({ search })} />
        <LoadState query={query}>
          {items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('members.empty')} />
          ) : (
            <TableBox label={t('members.roster')} columns={columns.map((column) => t(`members.${column}`))}>
              {items.map((member) => (
                <MemberLine key={member.id} member={member} scores={scores} />
              ))}
            </TableBox>
          )}
          <LoadMore query={query} />
        </LoadState>
      </section>
      <Experts />
    </MembersRoom>
  );
}

/** Undefined for who may not read the ranking. */
function useScores(): readonly Score[] | undefined {
  const mayRead = useHasRole(...OFFICE);
  const queryFn = () => ask<PointRanking>('/api/point-rankings');
  const { data } = useQuery({ queryKey: ['point-rankings'], queryFn, enabled: mayRead });
  return mayRead ? (data?.items ?? []) : undefined;
}

function MemberLine({ member, scores }: { member: MemberCard; scores: readonly Score[] | undefined }) {
  const { t } = useTranslation();
  const communities = useCommunities();
  const { id, name, sector, skills, level, communityIds, isFictional } = member;
  const score = scores?.find(({ memberId }) => memberId === id);
  const placeOf = (one: string): string => communities.find(({ value }) => value === one)?.label ?? one;
  return (
    <tr>
      <th scope="row">
        {name} {level === 'city' && <small>{t('members.level.city')}</small>}
        {isFictional && <small> {t('members.fictional')}</small>}
      </th>
      <td>{sector}</td>
      <td>{communityIds.map(placeOf).join(' · ')}</td>
      <td className="wraps">{skills.map((skill) => t(`skill.${skill}`)).join(' · ')}</td>
      {scores && (
        <>
          <td>{score?.total}</td>
          <td>{score?.rank}</td>
        </>
      )}
    </tr>
  );
}

function Experts() {
  const { t, i18n } = useTranslation();
  const { query, items } = usePages<ExpertCard>('/api/experts');
  const fieldOf = (code: string): string => (i18n.exists(`expertField.${code}`) ? t(`expertField.${code}`) : code);
  return (
    <section>
      <h2>{t('experts.list')}</h2>
      <LoadState query={query}>
        <TableBox label={t('experts.list')} columns={[t('members.name'), t('experts.field')]}>
          {items.map(({ id, name, field, isFictional }) => (
            <tr key={id}>
              <th scope="row">
                {name} {isFictional && <small>{t('members.fictional')}</small>}
              </th>
              <td>{fieldOf(field)}</td>
            </tr>
          ))}
        </TableBox>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
