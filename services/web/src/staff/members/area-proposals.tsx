import type { AreaProposal } from '@hsl/contracts/schemas/areas';
import { useTranslation } from 'react-i18next';
import { useDay } from '../../time/day-text.js';
import { SheetButton } from '../actions/sheet-button.js';
import { useCommunities } from '../blow/use-places.js';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { useNameOf } from '../names/use-names.js';
import { useHasRole } from '../sign-in/use-me.js';
import { usePages } from '../use-pages.js';
import { DECIDE_AREA } from './area-action-forms.js';

/** What was proposed and not yet ruled on; nothing for who neither proposes nor rules. */
export function AreaProposals() {
  const mayRule = useHasRole('deputyLeader');
  const mayRead = useHasRole('deputyLeader', 'liaisonOfficer');
  return mayRead ? <Proposals mayRule={mayRule} /> : null;
}

function Proposals({ mayRule }: { mayRule: boolean }) {
  const { t } = useTranslation();
  const { query, items } = usePages<AreaProposal>('/api/area-proposals', { state: 'PROPOSED' });
  const sentence = useSentence();
  return (
    <section>
      <h2>{t('area.proposals')}</h2>
      <LoadState query={query}>
        {items.length === 0 && <p>{t('area.proposals.none')}</p>}
        <ul className="plain">
          {items.map((proposal) => (
            <li key={proposal.id}>
              <span>{sentence(proposal)}</span>
              {mayRule && (
                <SheetButton
                  name="areaAssignment.approve"
                  form={DECIDE_AREA}
                  on={proposal.id}
                  subject={{ address: `/api/area-proposals/${proposal.id}`, title: sentence(proposal) }}
                />
              )}
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}

function useSentence(): (proposal: AreaProposal) => string {
  const { t } = useTranslation();
  const day = useDay();
  const nameOf = useNameOf();
  const communities = useCommunities();
  return ({ change, memberId, communityId, firstDay, lastDay, reason }) =>
    t(`area.${change}`, {
      ...{ member: nameOf('member', memberId), reason, day: day((change === 'begin' ? firstDay : lastDay) ?? '') },
      community: communities.find(({ value }) => value === communityId)?.label ?? communityId,
    });
}
