import type { Step } from '@hsl/contracts/steps';
import type { Locale } from '@hsl/platform/locale';

type Words = Readonly<Record<Locale, string>>;

/** What can happen to a task, in the order it usually does. */
export const TIMELINE_KINDS = [
  'dispatched',
  'acknowledged',
  'feedbackSubmitted',
  'verified',
  'reworked',
  'reminded',
  'yellowCard',
  'redCard',
  'waived',
  'returnRequested',
  'returnRefused',
  'returned',
  'disputed',
  'stated',
  'siteMeetingHeld',
  'disputeRuled',
  'appealed',
  'disputeSettled',
  'extensionRequested',
  'extended',
  'extensionRefused',
  'idleFlagged',
  'paused',
  'resumed',
  'orderAnswered',
  'orderClosed',
  'cardWithdrawn',
  'interviewHeld',
  'stopped',
  'termsChanged',
  'interim',
  'siteVisited',
  'rated',
  'originalSeen',
  'blockerRecorded',
  'blockerCleared',
  'briefWritten',
  'briefSigned',
  'assigned',
  'superviseOrder',
  'interview',
  'escalatedSupervision',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One sentence per kind; `{…}` is filled from the entry, a part in `[…]` is left out when one of its values is missing. */
export const TIMELINE_WORDS: Readonly<Record<TimelineKind, Words>> = {
  dispatched: {
    'zh-CN': '已派单[，{acknowledgeDueAt} 前签收][，{feedbackDueAt} 前反馈]。',
    en: 'Dispatched[; acknowledge by {acknowledgeDueAt}][, feed back by {feedbackDueAt}].',
  },
  acknowledged: { 'zh-CN': '已签收[（{onTime}）]。', en: 'Acknowledged[ ({onTime})].' },
  feedbackSubmitted: { 'zh-CN': '已提交反馈[（{onTime}）]。', en: 'Feedback submitted[ ({onTime})].' },
  verified: { 'zh-CN': '核查通过。', en: 'Verified.' },
  reworked: {
    'zh-CN': '第 {rework} 次重办[，{feedbackDueAt} 前反馈]。',
    en: 'Rework {rework}[; feed back by {feedbackDueAt}].',
  },
  reminded: {
    'zh-CN': '提醒：{step}时间已过半，截止 {dueAt}。',
    en: 'Reminder: half the time for {step} has gone; due {dueAt}.',
  },
  yellowCard: {
    'zh-CN': '黄牌：{step}即将超时，截止 {dueAt}。',
    en: 'Yellow card: {step} is about to be late; due {dueAt}.',
  },
  redCard: { 'zh-CN': '红牌：{step}已超时，截止时间 {dueAt}。', en: 'Red card: {step} is late; it was due {dueAt}.' },
  waived: {
    'zh-CN': '主办单位认为不必办理。',
    en: 'Marked unnecessary by the lead.',
  },
  returnRequested: {
    'zh-CN': '申请退单[，认为应由 {toDepartmentId} 办理]。',
    en: 'Returned[, naming {toDepartmentId}].',
  },
  returnRefused: {
    'zh-CN': '退单未获同意，四个工作小时内签收，原期限不变。',
    en: 'The return was refused; acknowledge within four working hours, the deadline stays.',
  },
  returned: {
    'zh-CN': '退单成立[，转 {toDepartmentId}]。',
    en: 'The return was accepted[; {toDepartmentId} takes over].',
  },
  disputed: {
    'zh-CN': '责任争议[：认为应由 {toDepartmentId} 办理]，待开现场会。',
    en: 'Responsibility is disputed[: {toDepartmentId} is named]; a site meeting follows.',
  },
  stated: { 'zh-CN': '争议陈述意见[：{departmentId}]。', en: 'A position was stated[: {departmentId}].' },
  siteMeetingHeld: {
    'zh-CN': '现场会已开，等待裁定。',
    en: 'The site meeting was held; a ruling follows.',
  },
  disputeRuled: {
    'zh-CN': '裁定[由 {toDepartmentId} 办理]，一个工作日内可申诉。',
    en: 'Ruled[: {toDepartmentId} is responsible]; an appeal is open for one working day.',
  },
  appealed: {
    'zh-CN': '已申诉，等待终裁。',
    en: 'Appealed; the final ruling follows.',
  },
  disputeSettled: {
    'zh-CN': '终裁[：由 {toDepartmentId} 办理]。',
    en: 'Settled[: {toDepartmentId} is responsible].',
  },
  extensionRequested: {
    'zh-CN': '申请延期[至 {newDueAt}]。',
    en: 'More time asked for[: until {newDueAt}].',
  },
  extended: {
    'zh-CN': '延期获准[至 {newDueAt}]。',
    en: 'Extended[ until {newDueAt}].',
  },
  extensionRefused: {
    'zh-CN': '延期未获同意。',
    en: 'More time was refused.',
  },
  idleFlagged: {
    'zh-CN': '反映协办单位拖延。',
    en: 'A supporting unit was called idle.',
  },
  paused: {
    'zh-CN': '暂停计时，等待协办单位。',
    en: 'The clock stands still until the supporting unit has fed back.',
  },
  resumed: {
    'zh-CN': '恢复计时[，{newDueAt} 到期]。',
    en: 'The clock goes on[; due {newDueAt}].',
  },
  orderAnswered: {
    'zh-CN': '已答复督办单。',
    en: 'The supervise order was answered.',
  },
  orderClosed: {
    'zh-CN': '督办单已销号。',
    en: 'The supervise order was closed.',
  },
  cardWithdrawn: {
    'zh-CN': '牌已撤销。',
    en: 'A card was withdrawn.',
  },
  interviewHeld: {
    'zh-CN': '已约谈。',
    en: 'The interview was held.',
  },
  stopped: {
    'zh-CN': '不再需要办理。',
    en: 'No longer needed.',
  },
  termsChanged: {
    'zh-CN': '等级或日历变化，期限重算。',
    en: 'Grade or calendar changed; deadlines computed again.',
  },
  siteVisited: { 'zh-CN': '到现场走访指导。', en: 'A visit was paid to the spot.' },
  rated: { 'zh-CN': '社区评分[：{score} 分]。', en: 'Rated by the community[: {score} of 5].' },
  originalSeen: { 'zh-CN': '查看原图（已留记录）。', en: 'A photo was looked at as it came.' },
  blockerRecorded: { 'zh-CN': '登记障碍。', en: 'Something in the way was recorded.' },
  blockerCleared: { 'zh-CN': '障碍已消除。', en: 'Something is out of the way.' },
  briefWritten: { 'zh-CN': '写任务书。', en: 'The task brief was written.' },
  briefSigned: { 'zh-CN': '签任务书。', en: 'The task brief was signed.' },
  assigned: {
    'zh-CN': '调整经办人。',
    en: 'Another handler is in charge.',
  },
  interim: {
    'zh-CN': '先行处置。',
    en: 'Interim action taken.',
  },
  superviseOrder: {
    'zh-CN': '督办单：{step}已超时一个工作日，须一个工作日内答复。',
    en: 'Supervise order: {step} is a working day late; answer within one working day.',
  },
  interview: {
    'zh-CN': '约谈：{step}已超时三个工作日，列入通报。',
    en: 'Interview: {step} is three working days late; it goes into the bulletin.',
  },
  escalatedSupervision: {
    'zh-CN': '提级督办：{step}已超时五个工作日。',
    en: 'Escalated supervision: {step} is five working days late.',
  },
};

export const ON_TIME_WORDS: Readonly<Record<'true' | 'false', Words>> = {
  true: { 'zh-CN': '按时', en: 'on time' },
  false: { 'zh-CN': '超时', en: 'late' },
};

export const STEP_WORDS: Readonly<Partial<Record<Step, Words>>> = {
  acknowledge: { 'zh-CN': '签收', en: 'the acknowledgement' },
  feedback: { 'zh-CN': '反馈', en: 'the feedback' },
  returnRuling: { 'zh-CN': '退单裁定', en: 'the ruling on the return' },
  siteMeeting: { 'zh-CN': '现场会', en: 'the site meeting' },
  disputeRuling: { 'zh-CN': '责任裁定', en: 'the ruling on the dispute' },
  appeal: { 'zh-CN': '申诉', en: 'the appeal' },
  appealRuling: { 'zh-CN': '终裁', en: 'the final ruling' },
  extensionRuling: { 'zh-CN': '延期审批', en: 'the ruling on the extension' },
  orderAnswer: { 'zh-CN': '督办单答复', en: 'the answer to the order' },
};

export const isTimelineKind = (kind: string): kind is TimelineKind =>
  (TIMELINE_KINDS as readonly string[]).includes(kind);
