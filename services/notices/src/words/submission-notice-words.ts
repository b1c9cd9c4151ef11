/** Words of the notices about residents' submissions. */
export const SUBMISSION_NOTICE_WORDS = {
  submissionToScreen: {
    'zh-CN': '{communityId} 有居民来件等您筛选[，{dueAt} 前]。',
    en: 'A submission from {communityId} waits for screening[ by {dueAt}].',
  },
  submissionReceived: {
    'zh-CN': '{communityId} 收到一件居民来件。',
    en: 'A submission from {communityId} has come in.',
  },
  submissionToAnswer: {
    'zh-CN': '一件居民来件转给 {communityId} 答复。',
    en: 'A submission was handed to {communityId} to be answered.',
  },
  submissionInfoAdded: {
    'zh-CN': '{communityId} 的一件居民来件补充了情况。',
    en: 'More was told about a submission from {communityId}.',
  },
  screeningReminder: {
    'zh-CN': '{communityId} 的一件居民来件还没有筛选[，{dueAt} 到期]。',
    en: 'A submission from {communityId} still waits for screening[, due {dueAt}].',
  },
  screeningOverdue: {
    'zh-CN': '{communityId} 的一件居民来件逾期未筛选[，{dueAt} 已到期]。',
    en: 'The screening of a submission from {communityId} is late[; it was due {dueAt}].',
  },
  submissionWithdrawn: {
    'zh-CN': '{communityId} 的一件居民来件已由本人撤回。',
    en: 'A submission from {communityId} was taken back by its sender.',
  },
} as const;
