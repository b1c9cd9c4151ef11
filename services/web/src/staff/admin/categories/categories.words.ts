import type { Words } from '../../../words/words.js';

export const CATEGORIES_WORDS = {
  'categories.routing': ['派单目录', 'Routing table'],
  'categories.routing.none': ['目录是空的。', 'The table is empty.'],
  'categories.precedents.none': ['还没有先例。', 'There are no precedents yet.'],
  'categories.ruled': ['裁定形成的先例', 'made by a ruling'],
  'categories.list': ['分类', 'Categories'],
  'categories.column.category': ['分类', 'Category'],
  'categories.column.lead': ['主办', 'Lead'],
  'categories.column.supporting': ['协办', 'Supporting'],
  'categories.column.reason': ['依据', 'Why'],
  'categories.column.precedent': ['先例', 'Precedent'],
  'categories.item.code': ['编号', 'Code'],
  'categories.item.name': ['名称', 'Name'],
  'categories.item.grade': ['默认定级', 'Default grade'],
  'categories.item.active': ['状态', 'State'],
  'categories.gradeOf': ['{{name}} 的默认定级', 'Default grade of {{name}}'],
  'categories.inUse': ['在用', 'in use'],
  'categories.ended': ['停用', 'not in use'],
  'categories.end': ['停用', 'End'],
  'categories.end.of': ['停用 {{name}}', 'End {{name}}'],
  'categories.use': ['恢复使用', 'Use again'],
  'categories.use.of': ['恢复使用 {{name}}', 'Use {{name}} again'],
  'categories.effect': [
    '停用后新的哨件和议题不能再选它；已有的不变。',
    'What is ended cannot be chosen for anything new; what is there stays.',
  ],
} as const satisfies Words;
