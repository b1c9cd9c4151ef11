import { VOTE_CHOICES } from '@hsl/contracts/sessions';
import { useTranslation } from 'react-i18next';
import { OneTap } from '../actions/one-tap.js';
import { useMotions } from './use-session.js';

interface Props {
  id: string;
  isOpen: boolean;
  mayVote: boolean;
}

/** What is voted on, in counts only. */
export function Motions({ id, isOpen, mayVote }: Props) {
  const { t } = useTranslation();
  const motions = useMotions(id).data?.items ?? [];
  if (motions.length === 0) return null;
  return (
    <section>
      <h2>{t('session.motions')}</h2>
      {motions.map((motion) => (
        <div key={motion.id} className="motion">
          <p>
            <strong>{motion.text}</strong>
          </p>
          <p>
            {t('session.votes', {
              ...{ for: motion.for, against: motion.against, abstain: motion.abstain },
              total: motion.for + motion.against + motion.abstain,
            })}{' '}
            · {t(motion.isCarried ? 'session.carried' : 'session.notCarried')}
          </p>
          {isOpen && mayVote && (
            <OneTap
              label={t('session.vote')}
              address={`/api/deliberations/${id}/motions/${motion.id}/votes`}
              taps={VOTE_CHOICES.map((choice) => ({ words: t(`vote.${choice}`), body: { choice } }))}
            />
          )}
        </div>
      ))}
    </section>
  );
}
