import type { CheckInState, TaskState } from '@hsl/contracts/states';

export const TASK_STATE_WORDS: Record<`taskState.${TaskState}`, readonly [string, string]> = {
  'taskState.DISPATCHED': ['待签收', 'to be acknowledged'],
  'taskState.ACKNOWLEDGED': ['已签收', 'acknowledged'],
  'taskState.IN_PROGRESS': ['办理中', 'in progress'],
  'taskState.FEEDBACK_SUBMITTED': ['已反馈', 'feedback given'],
  'taskState.VERIFIED': ['已核查', 'verified'],
  'taskState.RETURN_REQUESTED': ['申请退单', 'return asked for'],
  'taskState.RETURNED': ['已退单', 'returned'],
  'taskState.DISPUTED': ['责任争议', 'disputed'],
  'taskState.REWORK': ['重办', 'rework'],
  'taskState.LEDGERED': ['列入台账', 'on the register'],
  'taskState.CANCELLED': ['已取消', 'cancelled'],
};

export const CHECK_IN_STATE_WORDS: Record<`checkInState.${CheckInState}`, readonly [string, string]> = {
  'checkInState.REQUESTED': ['请您报到', 'asked'],
  'checkInState.CONFIRMED': ['已答应报到', 'coming'],
  'checkInState.ON_SITE': ['已到现场', 'on site'],
  'checkInState.DONE': ['已报到', 'done'],
  'checkInState.DECLINED': ['去不了', 'declined'],
  'checkInState.MISSED': ['未报到', 'missed'],
  'checkInState.SUBSTITUTED': ['由他人代替', 'substituted'],
  'checkInState.DISMISSED': ['不需要了', 'no longer needed'],
};
