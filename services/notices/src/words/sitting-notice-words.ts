/** Words of the notices about sittings of sessions. */
export const SITTING_NOTICE_WORDS = {
  sessionInvitation: {
    'zh-CN': '请您参加协商会[（哨件 {number}）][，{dueAt} 开始]，请答复是否出席。',
    en: 'You are invited to a session[ on whistle {number}][, beginning {dueAt}]; please say whether you come.',
  },
  sessionReminder: {
    'zh-CN': '提醒：您受邀的协商会[（哨件 {number}）][ {dueAt} 开始]。',
    en: 'A reminder: the session you are invited to[, on whistle {number},] begins[ {dueAt}].',
  },
  sessionCalledOff: {
    'zh-CN': '您受邀的协商会[（哨件 {number}）][（原定 {dueAt} 开始）]已取消。',
    en: 'The session you were invited to[, on whistle {number},][ at {dueAt}] has been cancelled.',
  },
  sessionResultToTell: {
    'zh-CN': '协商会[（哨件 {number}）]的结果已用通俗的话公布，请告知有关居民。',
    en: 'The result of a session[ on whistle {number}] was published in plain words; tell the residents concerned.',
  },
} as const;
