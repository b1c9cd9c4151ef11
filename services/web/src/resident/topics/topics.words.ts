import type { TopicOutcome, TopicPhase } from '@hsl/contracts/topics';
import type { Words } from '../../words/words.js';

const PHASE_WORDS: Record<`topic.phase.${TopicPhase}`, readonly [string, string]> = {
  'topic.phase.selection': ['正在选', 'being chosen'],
  'topic.phase.solving': ['正在办', 'being solved'],
  'topic.phase.breakthrough': ['在攻难点', 'at its hardest part'],
};
const OUTCOME_WORDS: Record<`topic.outcome.${TopicOutcome}`, readonly [string, string]> = {
  'topic.outcome.resolved': ['办好了', 'solved'],
  'topic.outcome.partlyResolved': ['办了一部分', 'solved in part'],
  'topic.outcome.unresolved': ['这次没办成', 'not solved this time'],
};

export const TOPIC_WORDS = {
  ...PHASE_WORDS,
  ...OUTCOME_WORDS,
  'topics.title': ['大家关心的事', 'What neighbours care about'],
  'topics.none': ['本社区现在没有公开的议题。', 'Your community has no public topic now.'],
  'topics.people': ['{{people}} 人赞成', '{{people}} agree'],
  'topic.endorse': ['我也赞成', 'I agree too'],
  'topic.endorsed': ['已记下您的赞成，{{people}} 人赞成。', 'Noted: {{people}} agree.'],
  'topic.gone': ['没有这个议题，或者还没有公开。', 'There is no such topic, or it is not public.'],
  'topic.phases': ['办到哪一步', 'How far it is'],
  'topic.results': ['商量的结果', 'What was agreed'],
  'topic.comments': ['大家怎么说', 'What people say'],
  'topic.comments.none': ['还没有人说话。', 'Nobody has said anything yet.'],
  'topic.comments.byMember': ['委员', 'member'],
  'topic.comment': ['您怎么看（不写姓名电话）', 'What do you think (no names, no phones)'],
  'topic.comment.missing': ['请写一句。', 'Please write something.'],
  'topic.comment.send': ['发表', 'Say it'],
  'topic.comment.sent': ['收到了，看过以后大家就能读到。', 'Received; others read it once it was looked at.'],
} as const satisfies Words;
