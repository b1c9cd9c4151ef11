import type { Proposal } from '@hsl/contracts/schemas/proposals';
import { useTranslation } from 'react-i18next';
import { instantText } from '../../time/instant-text.js';

/** Whether they met, what was replied and promised, and what the author says of it. */
export function ProposalReply({ proposal }: { proposal: Proposal }) {
  const { t, i18n } = useTranslation();
  const { meetingRecorded, replyClass, repliedAt, promisedAt, rating } = proposal;
  const at = (iso: string): string => instantText(Date.parse(iso), Date.now(), i18n.language);
  return (
    <section>
      <h2>{t('proposal.meeting')}</h2>
      <p>{t(meetingRecorded ? 'proposal.meeting.yes' : 'proposal.meeting.no')}</p>
      <h2>{t('proposal.reply')}</h2>
      {replyClass === undefined || repliedAt === undefined ? (
        <p>{t('proposal.reply.none')}</p>
      ) : (
        <p>{t('proposal.replied', { at: at(repliedAt), replyClass: t(`replyClass.${replyClass}`) })}</p>
      )}
      {promisedAt !== undefined && <p>{t('proposal.promised', { at: at(promisedAt) })}</p>}
      {rating !== undefined && <p>{t('proposal.rating', { rating: t(`proposalRating.${rating}`) })}</p>}
    </section>
  );
}
