import type { SubmissionState } from '@hsl/contracts/submissions';
import type { Words } from '../../words/words.js';

const STATES: Record<`submissionState.${SubmissionState}`, readonly [string, string]> = {
  'submissionState.RECEIVED': ['待处理', 'to be handled'],
  'submissionState.ANSWERED': ['已答复', 'answered'],
  'submissionState.TOPIC': ['已列为议题', 'became a topic'],
  'submissionState.WHISTLE': ['已吹哨', 'became a whistle'],
  'submissionState.MERGED': ['已并件', 'merged'],
  'submissionState.NOT_ACCEPTED': ['不予受理', 'not accepted'],
  'submissionState.WITHDRAWN': ['已撤回', 'taken back'],
};

export const SUBMISSIONS_WORDS = {
  ...STATES,
  'submissions.title': ['居民来件', 'From residents'],
  'submissions.empty': ['还没有新来件。', 'Nothing new has come in.'],
  'submissions.open': ['待处理', 'To be handled'],
  'submissions.all': ['全部', 'All'],
  'submissions.handed': ['请社区答复', 'handed to the community'],
  'submissions.blow': ['据此吹哨', 'Blow a whistle for it'],
  'submission.whistle': ['看哨件', 'Open the whistle'],
  'submission.text': ['居民的话', 'What was told'],
  'submission.photos': ['居民的照片（{{n}}）', 'Photos ({{n}})'],
  'submission.additions': ['补充', 'Added later'],
  'submission.answer': ['答复', 'Answer'],
  'do.submission.answer': ['书面答复', 'Answer'],
  'do.submission.screen': ['看过了', 'Screened'],
  'do.submission.whistle': ['已为它吹哨', 'A whistle was blown'],
  'do.submission.decline': ['不予受理', 'Do not take it up'],
  'field.answer': ['给居民看的答复（不写姓名和电话）', 'Answer for the resident (no names or phones)'],
  'field.handToCommunity': ['请社区答复', 'The community shall answer'],
  'field.whistleId': ['哨件编号', 'Number of the whistle'],
  'field.submissionReason.notOurDuty': ['不属街道职责', 'not the subdistrict’s duty'],
  'field.submissionReason.otherAuthority': ['由其他部门负责', 'another authority'],
  'field.submissionReason.inCourt': ['已在诉讼', 'in court'],
  'field.submissionReason.unclear': ['说不清楚', 'unclear'],
  'field.submissionReason.abusive': ['辱骂', 'abusive'],
  'field.submissionReason.notFactual': ['与事实不符', 'not factual'],
  'do.submission.eraseContact': ['删除反映人联系方式', 'Erase the sender’s contact'],
} as const satisfies Words;
