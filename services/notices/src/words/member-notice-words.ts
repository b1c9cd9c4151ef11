/** Words of the notices about members and the communities they speak for. */
export const MEMBER_NOTICE_WORDS = {
  coverageBreached: {
    'zh-CN': '{communityId} 不满足“1+2+N”：请补派委员或补充领域人群。',
    en: '{communityId} falls short of 1+2+N: post a member there, or add a group with a stake.',
  },
  coverageCured: {
    'zh-CN': '{communityId} 已重新满足“1+2+N”。',
    en: '{communityId} satisfies 1+2+N again.',
  },
} as const;
