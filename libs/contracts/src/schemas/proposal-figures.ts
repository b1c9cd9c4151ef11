import { z } from 'zod';
import { dayPeriod, isInOrder, NOT_BEFORE_FROM } from './day-period.js';

/** How proposals were answered (I9–I11, S72–S74): each share with the numbers it rests on. */

const share = z.number().nullable().meta({ description: '0 to 1; null where it rests on nothing' });
const n = (description: string) => z.int().meta({ description });

export const ProposalFiguresQuery = z.strictObject(dayPeriod).refine(isInOrder, NOT_BEFORE_FROM);
export type ProposalFiguresQuery = z.output<typeof ProposalFiguresQuery>;

export const ProposalFigures = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    submitted: n('Submitted in the period; all figures are of these'),
    due: n('Replied to, or whose time to reply is over'),
    repliedOnTime: n('Of them, replied to before the time was over'),
    replyRate: share,
    replied: n('Replied to'),
    metBefore: n('Of them, with a meeting recorded before the reply'),
    meetingRate: share,
    formsReturned: n('Rated by their authors'),
    content: n('Of them, satisfied or basically satisfied'),
    satisfactionRate: share,
    formsSent: n('Whose rating is known, or the time to give it over'),
    returnRate: share,
    serverNow: z.iso.datetime().optional(),
  })
  .meta({
    id: 'ProposalFigures',
    description: 'Reply, meeting and satisfaction of the proposals submitted in a period, within the caller’s scope',
    examples: [
      {
        ...{ from: '2021-01-01', to: '2021-10-19', submitted: 24, due: 24, repliedOnTime: 24, replyRate: 1 },
        ...{ replied: 24, metBefore: 24, meetingRate: 1, formsReturned: 24, content: 24, satisfactionRate: 1 },
        ...{ formsSent: 24, returnRate: 1 },
      },
    ],
  });
export type ProposalFigures = z.output<typeof ProposalFigures>;
