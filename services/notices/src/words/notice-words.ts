import type { NoticeKind } from '@hsl/contracts/notice-kinds';
import type { Locale } from '@hsl/platform/locale';

/**
 * The words of every kind of notice. `{name}` is replaced by the parameter of that name; a part in square brackets is
 * left out when one of its parameters is not known. Names of persons never stand here: parameters are ids and codes.
 */
export const NOTICE_WORDS: Readonly<Record<NoticeKind, Readonly<Record<Locale, string>>>> = {
  whistleToAccept: {
    'zh-CN': '{communityId} 吹哨：哨件 {number} 等您受理[，{dueAt} 前]。',
    en: '{communityId} has blown whistle {number}; please accept it[ by {dueAt}].',
  },
  whistleAccepted: {
    'zh-CN': '哨件 {number} 已受理，正在请委员报到。',
    en: 'Whistle {number} has been accepted; members are being asked to check in.',
  },
  whistleAcceptedByClock: {
    'zh-CN': '哨件 {number} 到时无人受理，系统已按分类默认等级受理。',
    en: 'Nobody accepted whistle {number} in time; it was accepted automatically with the default grade.',
  },
  checkInRequested: {
    'zh-CN': '哨件 {number}（{communityId}）请您报到[，{dueAt} 前答复]。',
    en: 'You are asked to check in for whistle {number} ({communityId})[ by {dueAt}].',
  },
  checkInMissed: {
    'zh-CN': '哨件 {number}：委员 {memberId} 到时没有答复，记为未报到。',
    en: 'Whistle {number}: member {memberId} did not answer in time and is recorded as missed.',
  },
  ownCheckInMissed: {
    'zh-CN': '哨件 {number} 请您报到的时限已过，记为未报到。',
    en: 'The time to check in for whistle {number} has passed; it is recorded as missed.',
  },
  memberComing: {
    'zh-CN': '哨件 {number}：委员 {memberId} 答应报到。',
    en: 'Whistle {number}: member {memberId} is coming.',
  },
  dispatchDue: {
    'zh-CN': '哨件 {number} 已有委员报到，等您派单。',
    en: 'A member has checked in for whistle {number}; please dispatch it.',
  },
  dispatchDueWithoutMember: {
    'zh-CN': '哨件 {number} 两轮都没有委员报到，由联络员代为报到，等待派单。',
    en: 'No member came for whistle {number} in two rounds; the liaison officer stands in and must dispatch it.',
  },
  whistleDispatched: {
    'zh-CN': '哨件 {number} 已派单[，{departmentId} 牵头][，{dueAt} 前反馈]。',
    en: 'Whistle {number} has been dispatched[, {departmentId} leads][, feedback due by {dueAt}].',
  },
  taskDispatched: {
    'zh-CN':
      '哨件 {number}（{communityId}）派给了 {departmentId}[，请在 {acknowledgeDueAt} 前签收][，{dueAt} 前反馈]。',
    en: 'Whistle {number} ({communityId}) was dispatched to {departmentId}[; acknowledge by {acknowledgeDueAt}][, feed back by {dueAt}].',
  },
  taskReworked: {
    'zh-CN': '哨件 {number} 核查未通过或居民不满意，{departmentId} 须重办[，{dueAt} 前反馈]。',
    en: 'Whistle {number} must be reworked by {departmentId}[; feed back by {dueAt}].',
  },
  verifyDue: {
    'zh-CN': '哨件 {number} 各单位都已反馈，等您核查[，{dueAt} 前]。',
    en: 'Every department has fed back on whistle {number}; please verify[ by {dueAt}].',
  },
  verificationFailed: {
    'zh-CN': '哨件 {number} 核查未通过，退回 {departmentId} 重办[，{dueAt} 前反馈]。',
    en: 'Verification of whistle {number} failed; {departmentId} must rework it[ by {dueAt}].',
  },
  revisitDue: {
    'zh-CN': '哨件 {number} 核查通过，等待回访[，{dueAt} 前]。',
    en: 'Whistle {number} has been verified and waits for the revisit[ by {dueAt}].',
  },
  residentDissatisfied: {
    'zh-CN': '哨件 {number} 回访不满意或未解决，退回[ {departmentId} ]重办。',
    en: 'The resident is not content with whistle {number}; it goes back[ to {departmentId}].',
  },
  whistleConcluded: { 'zh-CN': '哨件 {number} 已办结。', en: 'Whistle {number} has been concluded.' },
  lookBackDue: {
    'zh-CN': '哨件 {number} 到了第 {sequence} 次回头看的时间[，请在 {dueAt} 前报告]。',
    en: 'Look-back {sequence} of whistle {number} is due[; report by {dueAt}].',
  },
  lookBackRebound: {
    'zh-CN': '哨件 {number} 回头看发现反弹，已另起新哨。',
    en: 'Whistle {number} has rebounded; a new whistle was blown.',
  },
  stepReminder: {
    'zh-CN': '提醒：哨件 {number} 的{step}时间已过半[，截止 {dueAt}]。',
    en: 'Reminder: half the time for {step} of whistle {number} has gone[; due {dueAt}].',
  },
  yellowCard: {
    'zh-CN': '黄牌：哨件 {number} 的{step}即将超时[（{departmentId}）][，截止 {dueAt}]。',
    en: 'Yellow card: {step} of whistle {number} is about to be late[ ({departmentId})][; due {dueAt}].',
  },
  redCard: {
    'zh-CN': '红牌：哨件 {number} 的{step}已超时[（{departmentId}）][，截止时间 {dueAt}]。',
    en: 'Red card: {step} of whistle {number} is late[ ({departmentId})][; it was due {dueAt}].',
  },
};
