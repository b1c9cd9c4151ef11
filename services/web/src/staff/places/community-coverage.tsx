import type { AreaPosting, CoverageReport } from '@hsl/contracts/schemas/areas';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { ask } from '../sign-in/session.js';
import { usePages } from '../use-pages.js';

/** Who speaks for the community, what it lacks of 1+2+N, and who did before. */
export function CommunityCoverage({ communityId }: { communityId: string }) {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['coverage'], queryFn: () => ask<CoverageReport>('/api/coverage') });
  const here = query.data?.items.find((one) => one.communityId === communityId);
  return (
    <section>
      <h2>{t('community.coverage')}</h2>
      <LoadState query={query}>
        {here && (
          <>
            <p>
              {here.members.map(({ name }) => name).join(' · ')} · {here.domains.join(' · ')}
            </p>
            <p>
              {here.isCovered && t('coverage.covered')}
              {here.missing.map(({ what, has, needs }) => (
                <strong key={what}>{t(`coverage.missing.${what}`, { has, needs })} </strong>
              ))}
            </p>
          </>
        )}
      </LoadState>
      <Postings communityId={communityId} />
    </section>
  );
}

function Postings({ communityId }: { communityId: string }) {
  const { t } = useTranslation();
  const day = useDay();
  const { query, items } = usePages<AreaPosting>('/api/area-assignments', { communityId });
  return (
    <details>
      <summary>{t('community.postings')}</summary>
      <ul className="plain">
        {items.map(({ memberId, memberName, firstDay, lastDay }) => (
          <li key={`${memberId} ${firstDay}`}>
            {lastDay === undefined
              ? t('community.posting', { name: memberName, from: day(firstDay) })
              : t('community.posting.ended', { name: memberName, from: day(firstDay), to: day(lastDay) })}
          </li>
        ))}
      </ul>
      <LoadMore query={query} />
    </details>
  );
}
