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
} as const satisfies Words;
