import type { AccountProposal, UserChanged } from '@hsl/contracts/schemas/users';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../load-more.js';
import { LoadState } from '../../load-state.js';
import { useAccountName } from '../../names/use-names.js';
import { useMe } from '../../sign-in/use-me.js';
import { Failures } from '../failures.js';
import { ShownOnce } from '../shown-once.js';
import { useAt } from '../use-at.js';
import { useListed } from '../use-listed.js';
import { usePostText } from './post-text.js';
import { useDeciding } from './use-people.js';

/** What gives or takes a privileged role, until a leader has decided. */
export function Proposals() {
  const { t } = useTranslation();
  const { query, rows } = useListed<AccountProposal>('/api/account-proposals', { state: 'PROPOSED' });
  const [changed, setChanged] = useState<UserChanged>();
  const deciding = useDeciding(setChanged);
  return (
    <>
      {changed?.password !== undefined && (
        <ShownOnce title={t('people.password')} text={changed.password} onSeen={() => setChanged(undefined)} />
      )}
      <section>
        <h2>{t('people.proposals')}</h2>
        <Failures error={deciding.error} />
        <LoadState query={query}>
          {rows.length === 0 && <p>{t('people.proposals.none')}</p>}
          {rows.map((proposal) => (
            <Proposal
              key={proposal.id}
              proposal={proposal}
              isGoing={deciding.isPending}
              onDecide={(verdict) => deciding.send({ id: proposal.id, verdict })}
            />
          ))}
          <LoadMore query={query} />
        </LoadState>
      </section>
    </>
  );
}

interface Props {
  proposal: AccountProposal;
  isGoing: boolean;
  onDecide: (verdict: 'approve' | 'reject') => void;
}

function Proposal({ proposal, isGoing, onDecide }: Props) {
  const { t } = useTranslation();
  const at = useAt();
  const accountName = useAccountName();
  const postText = usePostText();
  const me = useMe();
  const decides = me?.posts.some(({ role }) => role === 'deputyLeader' || role === 'groupLeader') === true;
  const mayDecide = decides && proposal.proposedBy !== me.userId && proposal.userId !== me.userId;
  const { name, userName, posts, active, isNew, reason, proposedBy, proposedAt } = proposal;
  const what = isNew ? 'people.proposal.new' : active ? 'people.proposal.change' : 'people.proposal.end';
  const facts = { name, userName, posts: posts.map(postText).join(t('rules.and')) };
  return (
    <div className="admin-proposal">
      <p>{t(what, facts)}</p>
      <p>{t('people.proposal.by', { who: accountName(proposedBy), at: at(proposedAt), reason })}</p>
      {mayDecide && (
        <div className="admin-row">
          <Button
            type="primary"
            loading={isGoing}
            aria-label={t('people.approve.of', { name })}
            onClick={() => onDecide('approve')}
          >
            {t('people.approve')}
          </Button>
          <Button loading={isGoing} aria-label={t('people.reject.of', { name })} onClick={() => onDecide('reject')}>
            {t('people.reject')}
          </Button>
        </div>
      )}
    </div>
  );
}
