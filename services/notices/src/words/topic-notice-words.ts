/** Words of the notices about topics. */
export const TOPIC_NOTICE_WORDS = {
  topicToPlan: {
    'zh-CN': '一个议题已入选，等您列入年度计划。',
    en: 'A topic was shortlisted and waits to be put into the yearly plan.',
  },
  topicNominated: {
    'zh-CN': '领导点了一个议题，已直接列入年度计划。',
    en: 'The leadership set a topic; it is in the yearly plan.',
  },
  topicPlanned: {
    'zh-CN': '一个议题已列入年度计划[（{year} 年）]，请安排调研。',
    en: 'A topic was put into the yearly plan[ of {year}]; please arrange its survey.',
  },
  communitySilent: {
    'zh-CN': '{communityId} 已有三十天没有开展活动。',
    en: 'Nothing was held in {communityId} for thirty days.',
  },
  topicMoved: {
    'zh-CN': '一个议题已转到另一级办理，请看理由。',
    en: 'A topic was given to another level; see the reason.',
  },
} as const;
