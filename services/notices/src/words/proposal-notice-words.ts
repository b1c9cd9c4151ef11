/** Words of the notices about proposals. */
export const PROPOSAL_NOTICE_WORDS = {
  proposalToFile: {
    'zh-CN': '有一件提案等您审查立案[，{dueAt} 前]。',
    en: 'A proposal waits for you to examine it[ by {dueAt}].',
  },
  proposalToAssign: {
    'zh-CN': '有一件提案等您交办[，{dueAt} 前]。',
    en: 'A filed proposal waits for you to assign it[ by {dueAt}].',
  },
  proposalFiled: {
    'zh-CN': '您的提案已立案，正在交办。',
    en: 'Your proposal was filed and is being assigned.',
  },
  proposalNotFiled: {
    'zh-CN': '您的提案未予立案，理由见提案页。',
    en: 'Your proposal was not filed; its page says why.',
  },
  proposalToHandle: {
    'zh-CN': '有一件提案交由 {departmentId} 主办[，{dueAt} 前答复]。',
    en: 'A proposal was assigned to {departmentId} as lead[; reply by {dueAt}].',
  },
  proposalToSupport: {
    'zh-CN': '有一件提案请您单位协办，请向主办单位提出意见。',
    en: 'Your department supports a proposal; please give your opinion to the lead.',
  },
  proposalAssigned: {
    'zh-CN': '您的提案已交 {departmentId} 主办[，{dueAt} 前答复]。',
    en: 'Your proposal was assigned to {departmentId}[, which replies by {dueAt}].',
  },
  proposalReturnToRule: {
    'zh-CN': '{departmentId} 申请退办一件提案，请您裁定。',
    en: '{departmentId} wants to return a proposal; please rule on it.',
  },
  proposalReturned: {
    'zh-CN': '您单位退办的提案已同意退回。',
    en: 'The proposal your department returned was taken back.',
  },
  proposalReturnRefused: {
    'zh-CN': '提案退办未获同意，仍由 {departmentId} 主办[，{dueAt} 前答复]。',
    en: 'The return was refused; {departmentId} stays the lead[, reply by {dueAt}].',
  },
  proposalOpinionGiven: {
    'zh-CN': '一件提案的协办单位 {departmentId} 已提出意见。',
    en: '{departmentId} gave its opinion on a proposal you lead.',
  },
  proposalMeetingToConfirm: {
    'zh-CN': '{departmentId} 记录了与您的面商，请您确认。',
    en: '{departmentId} recorded its meeting with you; please confirm it.',
  },
  proposalToReply: {
    'zh-CN': '一件提案的委员已确认面商，请答复[，{dueAt} 前]。',
    en: 'The author of a proposal confirmed the meeting; please reply[ by {dueAt}].',
  },
  proposalReplyToSign: {
    'zh-CN': '一件提案的答复已拟稿，请您审签[，{dueAt} 前答复]。',
    en: 'A reply to a proposal was drafted and waits for your signature[; reply by {dueAt}].',
  },
  proposalToRate: {
    'zh-CN': '您的提案已答复，请您评价[，{dueAt} 前]。',
    en: 'Your proposal was replied to; please rate the reply[ by {dueAt}].',
  },
  proposalReplied: {
    'zh-CN': '{departmentId} 已答复一件提案。',
    en: '{departmentId} replied to a proposal.',
  },
  proposalSupplemented: {
    'zh-CN': '{departmentId} 对一件提案作了补充答复。',
    en: '{departmentId} gave a supplementary reply to a proposal.',
  },
  proposalToClose: {
    'zh-CN': '一件提案的评价已结束，等您办结[，{dueAt} 前]。',
    en: 'The rating of a proposal is over; please close it[ by {dueAt}].',
  },
  proposalNotRated: {
    'zh-CN': '您单位主办的一件提案到期未收到委员评价。',
    en: 'The author of a proposal your department leads did not rate the reply in time.',
  },
  proposalRated: {
    'zh-CN': '委员评价了您单位主办的一件提案。',
    en: 'The author rated a proposal your department leads.',
  },
  proposalReplyRefused: {
    'zh-CN': '委员对答复不满意，提案退回 {departmentId} 重新办理[，{dueAt} 前再次答复]。',
    en: 'The author is dissatisfied; {departmentId} owes a second reply[ by {dueAt}].',
  },
  proposalCarriedOver: {
    'zh-CN': '提案转入续办[，承诺 {dueAt} 前办成]。',
    en: 'The proposal is carried over[; promised by {dueAt}].',
  },
  proposalClosed: {
    'zh-CN': '提案已办结。',
    en: 'The proposal was closed.',
  },
  proposalWithdrawn: {
    'zh-CN': '一件待审查的提案已由委员撤回。',
    en: 'A proposal that waited for its filing was withdrawn by its author.',
  },
  proposalReminder: {
    'zh-CN': '提醒：{step}时间已过半[，{dueAt} 到期]。',
    en: 'Reminder: half the time for {step} is gone[; due {dueAt}].',
  },
  proposalYellowCard: {
    'zh-CN': '黄牌：{step}即将到期[，{dueAt}]。',
    en: 'Yellow card: {step} is about to be late[; due {dueAt}].',
  },
  proposalRedCard: {
    'zh-CN': '红牌：{step}已超期[，应于 {dueAt} 完成]。',
    en: 'Red card: {step} is late[; it was due {dueAt}].',
  },
  proposalOrder: {
    'zh-CN': '督办：{step}超期，已督办[，应于 {dueAt} 完成]。',
    en: 'Supervise order: {step} is late[; it was due {dueAt}].',
  },
  proposalInterview: {
    'zh-CN': '约谈：{step}长期超期，将约谈。',
    en: 'Interview: {step} has been late for days and an interview is due.',
  },
  proposalEscalated: {
    'zh-CN': '提级督办：{step}超期仍未完成，已提级。',
    en: 'Escalated: {step} is still not done and was escalated to the district.',
  },
} as const;
