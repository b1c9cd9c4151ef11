import type { Words } from '../../words/words.js';

export const ADMIN_WORDS = {
  'admin.title': ['管理', 'Administration'],
  'admin.rules': ['规则', 'Rules'],
  'admin.rules.question': ['改一条，会怎样？', 'What will this change do?'],
  'admin.calendar': ['工作日历', 'Calendar'],
  'admin.calendar.question': ['哪些年份已经确定？', 'Which years are certain?'],
  'admin.keys': ['接口密钥', 'API keys'],
  'admin.keys.question': ['谁在调用我们，能做什么？', 'Who calls us, and what may they do?'],
} as const satisfies Words;
