import type { Words } from '../../words/words.js';

export const ADMIN_WORDS = {
  'admin.title': ['管理', 'Administration'],
  'admin.rules': ['规则', 'Rules'],
  'admin.rules.question': ['改一条，会怎样？', 'What will this change do?'],
  'admin.calendar': ['工作日历', 'Calendar'],
  'admin.calendar.question': ['哪些年份已经确定？', 'Which years are certain?'],
  'admin.keys': ['接口密钥', 'API keys'],
  'admin.keys.question': ['谁在调用我们，能做什么？', 'Who calls us, and what may they do?'],
  'admin.people': ['人员与权限', 'People and rights'],
  'admin.people.question': ['谁可以做什么，谁已离开？', 'Who may do what, and who has left?'],
  'admin.audit': ['审计', 'Audit'],
  'admin.audit.question': ['谁办了什么，看了什么？', 'Who did what, and who looked at what?'],
  'admin.categories': ['分类与目录', 'Categories and routing'],
  'admin.categories.question': ['什么事交给谁？', 'Who gets what?'],
  'admin.places': ['场地与二维码', 'Venues and QR points'],
  'admin.places.question': ['哪里可以反映，哪里可以商量？', 'Where can people report and meet?'],
  'admin.health': ['运行状态', 'Health'],
  'admin.health.question': ['哪里坏了，影响到谁？', 'What is broken, and whom does it touch?'],
  'admin.seen': ['已抄下', 'I have copied it'],
  'admin.search': ['查找', 'Search'],
} as const satisfies Words;
