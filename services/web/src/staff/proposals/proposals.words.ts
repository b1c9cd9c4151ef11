import type { FinalProposalRating, ProposalState, ReplyClass } from '@hsl/contracts/states';
import type { Words } from '../../words/words.js';

type Named<Prefix extends string, Code extends string> = Record<`${Prefix}.${Code}`, readonly [string, string]>;

const CODES: Named<'proposalState', ProposalState> &
  Named<'replyClass', ReplyClass> &
  Named<'proposalRating', FinalProposalRating> = {
  'proposalState.SUBMITTED': ['待审查', 'to be examined'],
  'proposalState.FILED': ['已立案，待交办', 'filed, to be assigned'],
  'proposalState.NOT_FILED': ['不予立案', 'not filed'],
  'proposalState.ASSIGNED': ['已交办，待见面', 'assigned, to be talked over'],
  'proposalState.RETURN_REQUESTED': ['申请退办', 'return requested'],
  'proposalState.MET': ['已见面，待答复', 'talked over, to be replied to'],
  'proposalState.REPLIED': ['已答复，待评价', 'replied, to be rated'],
  'proposalState.RATED': ['已评价，待办结', 'rated, to be closed'],
  'proposalState.CARRIED_OVER': ['跨年续办', 'carried over'],
  'proposalState.CLOSED': ['已办结', 'closed'],
  'proposalState.WITHDRAWN': ['已撤回', 'withdrawn'],
  'replyClass.A': ['A 已解决', 'A solved'],
  'replyClass.B': ['B 正在解决或列入计划', 'B under way or planned'],
  'replyClass.C': ['C 暂时不能解决', 'C not now'],
  'replyClass.D': ['D 留作参考', 'D for reference'],
  'proposalRating.satisfied': ['满意', 'satisfied'],
  'proposalRating.basic': ['基本满意', 'basically'],
  'proposalRating.dissatisfied': ['不满意', 'dissatisfied'],
  'proposalRating.unreturned': ['没有评价', 'not returned'],
};

const PAGE = {
  'proposals.title': ['提案', 'Proposals'],
  'proposals.empty': ['今年还没有提案。', 'No proposal yet this year.'],
  'proposals.mine.true': ['我提的', 'mine'],
  'proposals.mine.false': ['别人提的', 'of others'],
  'proposals.late': ['已超期', 'late'],
  'proposal.text': ['提案内容', 'What is proposed'],
  'proposal.units': ['承办单位', 'Units'],
  'proposal.lead': ['主办：{{unit}}', 'Lead: {{unit}}'],
  'proposal.supporting': ['协办：{{unit}}', 'Supporting: {{unit}}'],
  'proposal.opinionGiven': ['已提意见', 'opinion given'],
  'proposal.meeting': ['见面', 'Talk'],
  'proposal.meeting.yes': ['主办单位记了与委员见面。', 'The lead has recorded its talk with the author.'],
  'proposal.meeting.no': ['还没有见面。', 'They have not talked yet.'],
  'proposal.reply': ['答复', 'Reply'],
  'proposal.reply.none': ['还没有答复。', 'There is no reply yet.'],
  'proposal.replied': ['{{at}} 答复，{{replyClass}}', 'Replied on {{at}}: {{replyClass}}'],
  'proposal.promised': ['答应 {{at}} 前办成', 'promised by {{at}}'],
  'proposal.rating': ['委员评价：{{rating}}', 'The author is {{rating}}'],
  'proposal.texts': ['经过', 'History'],
  'proposal.texts.none': ['还没有办理记录。', 'Nothing is recorded yet.'],
  'proposal.origin.whistle': ['由哨件提出', 'raised from a whistle'],
  'proposal.origin.session': ['由商量提出', 'raised from a session'],
  'proposalStep.file': ['审查', 'Examined'],
  'proposalStep.requestReturn': ['申请退办', 'Return requested'],
  'proposalStep.ruleReturn': ['裁定退办', 'Return ruled on'],
  'proposalStep.giveOpinion': ['协办意见', 'Opinion'],
  'proposalStep.recordMeeting': ['见面', 'Talk'],
  'proposalStep.draftReply': ['答复稿', 'Draft reply'],
  'proposalStep.reply': ['答复', 'Reply'],
  'proposalStep.supplement': ['续办情况', 'What became of the promise'],
  'proposalStep.rate': ['评价', 'Rating'],
} as const satisfies Words;

const ACTIONS = {
  'do.proposal.submit': ['提交提案', 'Submit a proposal'],
  'do.proposal.file': ['审查', 'Examine'],
  'do.proposal.assign': ['交办', 'Assign'],
  'do.proposal.recordMeeting': ['记见面', 'Record the talk'],
  'do.proposal.confirmMeeting': ['确认见过面', 'Confirm the talk'],
  'do.proposal.giveOpinion': ['提协办意见', 'Give an opinion'],
  'do.proposal.reply': ['答复', 'Reply'],
  'do.proposal.supplement': ['补充答复', 'Supplement the reply'],
  'do.proposal.rate': ['评价', 'Rate'],
  'do.proposal.close': ['办结', 'Close'],
  'do.proposal.draftReply': ['拟答复稿', 'Draft the reply'],
  'do.proposal.requestReturn': ['申请退办', 'Ask to return it'],
  'do.proposal.ruleReturn': ['裁定退办', 'Rule on the return'],
  'do.proposal.withdraw': ['撤回', 'Withdraw'],
  'field.isFiled': ['立案', 'File it'],
  'field.isUpheld': ['退办', 'The return'],
  'field.replyClass': ['答复类别', 'Class of the reply'],
  'field.promisedAt': ['哪天办成', 'When it will be done'],
  'field.rating': ['满意不满意', 'Content'],
} as const satisfies Words;

export const PROPOSALS_WORDS = { ...CODES, ...PAGE, ...ACTIONS };
