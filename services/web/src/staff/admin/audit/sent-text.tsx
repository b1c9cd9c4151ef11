import type { SubmissionSent } from '@hsl/contracts/schemas/submission-sent';
import { useCommunityName } from '../../names/use-names.js';
import { useAt } from '../use-at.js';

/** What a submission is known by: its community, and when it came in; nothing of one that is gone. */
export function SentText({ sent }: { sent: SubmissionSent | undefined }) {
  const communityName = useCommunityName();
  const at = useAt();
  if (sent === undefined) return '–';
  return (
    <>
      {communityName(sent.communityId)} {at(sent.at)}
    </>
  );
}
