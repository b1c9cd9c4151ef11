import type { Locale } from '@hsl/platform/locale';

type InWords = Readonly<Record<Locale, string>>;
const say = (zh: string, en: string): InWords => ({ 'zh-CN': zh, en });

/** The conditions of the rules, as `field=value`, for whoever reads the table. */
export const CONDITION_WORDS: Readonly<Record<string, InWords>> = {
  'level=yellow': say('黄哨', 'a yellow whistle'),
  'level=red': say('红哨', 'a red whistle'),
  'upheld=true': say('异议成立', 'the objection is upheld'),
  'upheld=false': say('异议不成立', 'the objection is rejected'),
  'lapsed=true': say('到期未补正', 'it lapsed'),
  'lapsed=false': say('社区撤回', 'the community withdrew it'),
  'auto=true': say('到时系统受理', 'accepted by the clock'),
  'auto=false': say('有人受理', 'accepted by a person'),
  'substituted=true': say('联络员代为报到', 'the liaison officer stands in'),
  'substituted=false': say('委员报到', 'a member came'),
  'satisfaction=dissatisfied': say('居民不满意', 'the resident is not content'),
  'solved=no': say('居民说没解决', 'the resident says it is not solved'),
  'result=REBOUND': say('问题反弹', 'the trouble is back'),
  'isChosen=false': say('由单位申请', 'the department asks for it'),
  'slips=1': say('第一次逾期', 'the first slip'),
  'isLast=false': say('还要再协商一次', 'another session follows'),
  'isYearEnd=true': say('年末清账', 'the review at the end of the year'),
  'change=shortlist': say('议题入围', 'the topic is shortlisted'),
  'change=nominate': say('议题提名', 'the topic is nominated'),
  'change=plan': say('议题列入计划', 'the topic is planned'),
  'change=level': say('议题调整层级', 'the topic moves to another level'),
  'handedToCommunity=true': say('交社区答复', 'handed to the community'),
  'stage=reminder': say('初筛快到期', 'screening is nearly due'),
  'stage=overdue': say('初筛到期', 'screening is overdue'),
  'stage=escalated': say('初筛逾期上报', 'the overdue screening is escalated'),
  'stage=leadership': say('初筛逾期报领导', 'the overdue screening goes to the leadership'),
  'reasonCode=unknownSubmission': say('社区没有这件来件', 'the community has no such submission'),
  'reasonCode=submissionEnded': say('来件已经办结', 'the submission had ended'),
  'change=submitted': say('提案提交', 'submitted'),
  'change=filed': say('提案立案', 'filed'),
  'change=notFiled': say('提案不立案', 'not filed'),
  'change=assigned': say('提案交办', 'assigned'),
  'change=returnRequested': say('承办单位申请退回', 'the department asks to return it'),
  'change=returnUpheld': say('同意退回', 'the return is granted'),
  'change=returnRefused': say('不同意退回', 'the return is refused'),
  'change=opinionGiven': say('协办意见已提', 'a supporting opinion is given'),
  'change=meetingRecorded': say('面商已记录', 'the meeting is recorded'),
  'change=met': say('委员确认面商', 'the member confirms the meeting'),
  'change=replyDrafted': say('答复已拟', 'the reply is drafted'),
  'change=replied': say('答复已签发', 'the reply is signed'),
  'change=supplemented': say('答复有补充', 'the reply is supplemented'),
  'change=rated': say('委员已评价', 'rated'),
  'rating=unreturned': say('评价未交回', 'the rating was not returned'),
  'change=replyRefused': say('委员不满意答复', 'the reply is refused'),
  'change=carriedOver': say('跨年续办', 'carried over'),
  'change=closed': say('提案办结', 'closed'),
  'change=withdrawn': say('提案撤回', 'withdrawn'),
  'rungKind=reminder': say('提醒', 'a reminder'),
  'rungKind=yellowCard': say('黄牌', 'a yellow card'),
  'rungKind=redCard': say('红牌', 'a red card'),
  'rungKind=superviseOrder': say('督办单', 'a supervise order'),
  'rungKind=interview': say('约谈', 'an interview'),
  'rungKind=escalatedSupervision': say('提级督办', 'escalated supervision'),
};

/** All fields must hold; undefined if there is no condition. A condition without words is shown as it is written. */
export function conditionText(when: Readonly<Record<string, unknown>> | undefined, locale: Locale): string | undefined {
  const parts = Object.entries(when ?? {}).map(([field, value]) => `${field}=${String(value)}`);
  if (parts.length === 0) return undefined;
  return parts.map((part) => CONDITION_WORDS[part]?.[locale] ?? part).join(locale === 'en' ? ', ' : '，');
}
