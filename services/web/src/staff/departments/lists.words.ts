import type { Words } from '../../words/words.js';

/** 三张清单 (S54). */
export const LISTS_WORDS = {
  'lists.title': ['三张清单', 'Three lists'],
  'lists.problems': ['问题清单', 'Problems'],
  'lists.measures': ['措施清单', 'Measures'],
  'lists.responsibilities': ['责任清单', 'Responsibilities'],
  'lists.file': ['下载表格', 'Download the table'],
  'lists.empty': ['这张清单现在是空的。', 'This list is empty now.'],
  'lists.column.number': ['哨件', 'Whistle'],
  'lists.column.community': ['社区', 'Community'],
  'lists.column.role': ['主办/协办', 'Role'],
  'lists.column.state': ['状态', 'State'],
  'lists.column.category': ['事项', 'Category'],
  'lists.column.dueAt': ['截止', 'Due'],
  'lists.column.obstacles': ['障碍', 'Obstacles'],
  'lists.column.goal': ['目标', 'Goal'],
  'lists.column.measures': ['措施', 'Measures'],
  'lists.column.owner': ['责任人', 'Owner'],
  'lists.column.dueOn': ['完成期限', 'Due on'],
  'lists.column.assignee': ['经办人', 'Handler'],
  'lists.column.headSignedAt': ['单位负责人签字', 'Signed by the head'],
  'lists.column.leaderSignedAt': ['分管领导签字', 'Signed by the leader'],
} as const satisfies Words;
