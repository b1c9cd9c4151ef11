import type { OwnersVote, OwnersVoteSubject, VoteVerdict } from '@hsl/domain/owners-vote';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../load-more.js';
import { LoadState } from '../load-state.js';
import { usePages } from '../use-pages.js';

/** As the register of owners' votes answers. */
interface Counted extends OwnersVote {
  id: string;
  subject: OwnersVoteSubject;
  estate: string;
  entrance?: string;
  votedOn: string;
  verdict: VoteVerdict;
  state: 'COUNTED' | 'CONFIRMED';
}

/** What the owners have voted, of a community or of one of its estates. */
export function OwnersVotes({ communityId, estate }: { communityId: string; estate?: string }) {
  const { t } = useTranslation();
  const { query, items } = usePages<Counted>('/api/owners-votes', { communityId, estate });
  return (
    <section>
      <h2>{t('community.votes')}</h2>
      <LoadState query={query}>
        {items.length === 0 && <p>{t('community.votes.none')}</p>}
        <ul className="plain">
          {items.map((vote) => (
            <li key={vote.id}>
              <span>{[vote.estate, vote.entrance].filter(Boolean).join(' ')}</span>
              <span>
                {t('ownersVote.line', {
                  ...{ day: vote.votedOn, subject: t(`ownersVote.subject.${vote.subject}`) },
                  ...{ all: vote.all.owners, voted: vote.voted.owners, agreed: vote.agreed.owners },
                })}
              </span>
              <strong>{t(`ownersVote.verdict.${vote.verdict}`)}</strong>
              <span className="quiet">{t(`ownersVote.state.${vote.state}`)}</span>
            </li>
          ))}
        </ul>
        <LoadMore query={query} />
      </LoadState>
    </section>
  );
}
