import type { PersonalWords } from '@hsl/platform/personal-section';

/** What fields of a member's export are called. */
export const MEMBER_WORDS = {
  card: ['委员信息', 'Member'],
  postings: ['分片', 'Postings'],
  absences: ['请假', 'Absences'],
  checkIns: ['报到', 'Check-ins'],
  points: ['履职积分', 'Points'],
  registers: ['履职记录', 'What you wrote down'],
  id: ['编号', 'Number'],
  name: ['姓名', 'Name'],
  sector: ['界别', 'Sector'],
  skills: ['专长', 'Skills'],
  term: ['届次', 'Term'],
  community: ['社区', 'Community'],
  from: ['从', 'From'],
  to: ['到', 'To'],
  reason: ['原因', 'Reason'],
  at: ['时间', 'When'],
  answeredAt: ['答复时间', 'Answered'],
  state: ['结果', 'State'],
  note: ['您写的话', 'Your words'],
  rule: ['为什么得分', 'For what'],
  amount: ['分值', 'Points'],
  kind: ['哪类记录', 'Kind'],
} as const satisfies PersonalWords;
