import { VOTE_CHOICES, type VoteChoice } from '@hsl/contracts/sessions';
import type { SittingRoom } from '@hsl/contracts/schemas/sitting-voices';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../http/problem.js';
import { request } from '../../http/request.js';
import { Problem } from '../parts.js';
import { useSubmit } from '../use-submit.js';

interface Props {
  path: string;
  token: string;
  motions: SittingRoom['motions'];
  onVoted: () => void;
}

/** What is being voted on; each once, and who voted what is told to nobody. */
export function Votes({ path, token, motions, onVoted }: Props) {
  return motions.map((motion) => (
    <Motion key={motion.id} path={path} token={token} motion={motion} onVoted={onVoted} />
  ));
}

function Motion({ path, token, motion, onVoted }: Omit<Props, 'motions'> & { motion: Props['motions'][number] }) {
  const { t } = useTranslation();
  const [hasVoted, setVoted] = useState(false);
  const { submit, failure } = useSubmit();
  const vote = (choice: VoteChoice): void =>
    void submit(async () => {
      try {
        await request(`${path}/motions/${motion.id}/votes`, { method: 'POST', body: { choice, token } });
      } catch (error) {
        if (!(error instanceof ApiProblem && error.code === 'alreadyVoted')) throw error;
      }
      setVoted(true);
      onVoted();
    });
  return (
    <section className="panel" aria-live="polite">
      <h2>{motion.text}</h2>
      <Problem text={failure} />
      <p>{t('session.motion.counts', { for: motion.for, against: motion.against, abstain: motion.abstain })}</p>
      {hasVoted ? (
        <p>{t('session.voted')}</p>
      ) : (
        <div className="row">
          {VOTE_CHOICES.map((choice) => (
            <button key={choice} type="button" onClick={() => vote(choice)}>
              {t(`session.vote.${choice}`)}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
