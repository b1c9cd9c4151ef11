import type { DisputePhase } from '@hsl/contracts/task-progress';
import type { Words } from '../../words/words.js';

const PHASES: Record<`disputePhase.${DisputePhase}`, readonly [string, string]> = {
  'disputePhase.siteMeeting': ['等现场会', 'site meeting due'],
  'disputePhase.ruling': ['等裁定', 'ruling due'],
  'disputePhase.appealable': ['已裁定，可申诉', 'ruled, open to appeal'],
  'disputePhase.appealed': ['已申诉，等终裁', 'appealed, final ruling due'],
};

export const DISPUTES_WORDS = {
  'disputes.title': ['责任裁定', 'Whose duty'],
  'disputes.empty': ['没有责任争议。', 'Nothing is disputed.'],
  'disputes.open': ['争议中', 'Open'],
  'disputes.settled': ['已裁定', 'Settled'],
  'dispute.task': ['看任务', 'Open the task'],
  'dispute.settled': ['已经定了', 'settled'],
  'dispute.named': ['认为应由：{{name}}', 'Named: {{name}}'],
  'dispute.ruledTo': ['裁定由：{{name}}', 'Ruled to: {{name}}'],
  'dispute.since': ['自 {{at}} 起', 'since {{at}}'],
  'dispute.tried': ['试过的单位和依据', 'Units tried, and their bases'],
  'dispute.interimDuty': [
    '定下来以前，现在的单位先行处置，不能停。',
    'Until it is settled the present unit acts at once and does not stop.',
  ],
  'dispute.interim': ['先行处置', 'Interim action'],
  'dispute.siteMeeting': ['现场会', 'Site meeting'],
  'dispute.noMeeting': ['还没有开现场会。', 'No site meeting yet.'],
  'dispute.attended': ['到场：{{names}}', 'Present: {{names}}'],
  'dispute.statements': ['各方意见', 'Positions'],
  'dispute.rulings': ['裁定', 'Rulings'],
  'dispute.noRuling': ['还没有裁定。', 'No ruling yet.'],
  'dispute.appeal': ['申诉', 'Appeal'],
  'dispute.precedent': ['派单目录和先例', 'Routing table and precedent'],
  'dispute.routed': ['{{category}} 类由 {{name}} 牵头', 'Category {{category}} is led by {{name}}'],
  'dispute.precedentThis': ['这次裁定已写进派单目录。', 'This ruling stands in the routing table.'],
  'dispute.precedentOther': ['依据以前一次裁定。', 'By an earlier ruling.'],
  'dispute.precedentNone': ['还没有先例。', 'No precedent yet.'],
  'dispute.to': ['→ {{name}}', '→ {{name}}'],
  'ruling.returnRuling.true': ['退单成立', 'return accepted'],
  'ruling.returnRuling.false': ['退单未同意', 'return refused'],
  'ruling.disputeRuling': ['裁定', 'ruling'],
  'ruling.appealRuling': ['终裁', 'final ruling'],
  ...PHASES,
} as const satisfies Words;
