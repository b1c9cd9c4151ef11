import type { Seat, SessionFormat, VoteChoice } from '@hsl/contracts/sessions';
import type { Words } from '../../words/words.js';

const FORMAT_WORDS: Record<`session.format.${SessionFormat}`, readonly [string, string]> = {
  'session.format.hall': ['议事厅', 'in the hall'],
  'session.format.stoolTalk': ['小板凳', 'a stool talk'],
  'session.format.onSite': ['到现场', 'on the spot'],
  'session.format.pavilion': ['议事亭', 'in the pavilion'],
  'session.format.square': ['议事广场', 'in the square'],
  'session.format.online': ['网上', 'online'],
  'session.format.hybrid': ['现场和网上一起', 'there and online'],
  'session.format.doorToDoor': ['上门', 'from door to door'],
};
const VOTE_WORDS: Record<`session.vote.${VoteChoice}`, readonly [string, string]> = {
  'session.vote.for': ['赞成', 'for it'],
  'session.vote.against': ['反对', 'against it'],
  'session.vote.abstain': ['弃权', 'abstain'],
};
const SEAT_WORDS: Record<`session.seat.${Seat}`, readonly [string, string]> = {
  'session.seat.partyOrganisation': ['社区党组织', 'party organisation'],
  'session.seat.member': ['委员', 'member'],
  'session.seat.neighbourhoodCommittee': ['居委会', 'neighbourhood committee'],
  'session.seat.department': ['部门', 'department'],
  'session.seat.resident': ['居民', 'resident'],
  'session.seat.professional': ['专业人士', 'professional'],
  'session.seat.stakeholder': ['利益相关方', 'stakeholder'],
};

export const SESSION_WORDS = {
  ...FORMAT_WORDS,
  ...VOTE_WORDS,
  ...SEAT_WORDS,
  'session.title': ['参加商量', 'Take part'],
  'session.when': ['{{from}} 到 {{to}}', '{{from}} to {{to}}'],
  'session.notYet': ['还没开始，{{from}} 再来。', 'It has not begun; come back {{from}}.'],
  'session.over': ['已经结束，结果公布后在这里看。', 'It is over; the result will be read here.'],
  'session.unplanned': ['时间还没定，定了就在这里看到。', 'The time is not set yet; it will be read here.'],
  'session.gone': ['没有这场商量，或者没有请您。请核对链接。', 'There is no such talk, or you are not invited to it.'],
  'session.agenda': ['商量什么', 'What it is about'],
  'session.link': ['打开视频会议', 'Open the video meeting'],
  'session.signIn': ['签到', 'Sign in'],
  'session.signIn.name': ['您的姓名', 'Your name'],
  'session.signIn.tail': ['手机号后四位', 'Last four figures of your phone'],
  'session.signIn.tail.wrong': ['请写手机号后四位数字。', 'Please give the last four figures.'],
  'session.signIn.missing': ['请写姓名。', 'Please give your name.'],
  'session.signedIn': ['您已签到。', 'You are signed in.'],
  'session.opinion': ['您的意见（不写姓名电话）', 'Your opinion (no names, no phones)'],
  'session.opinion.dissent': ['我和大家意见不同', 'I disagree with the others'],
  'session.opinion.missing': ['请写一句。', 'Please write something.'],
  'session.opinion.send': ['发言', 'Say it'],
  'session.opinion.sent': ['记下了。', 'Noted.'],
  'session.motion.counts': [
    '赞成 {{for}} · 反对 {{against}} · 弃权 {{abstain}}',
    'for {{for}} · against {{against}} · abstain {{abstain}}',
  ],
  'session.voted': ['您已投票。', 'You have voted.'],
  'session.result': ['商量的结果', 'What was agreed'],
  'session.consensus': ['大家一致的', 'Agreed by all'],
  'session.dissent': ['不同的意见', 'Other opinions'],
  'session.next': ['下一步', 'What comes next'],
  'session.attendance': ['{{people}} 人参加', '{{people}} took part'],
  'session.said': ['会上怎么说', 'What was said'],
} as const satisfies Words;
