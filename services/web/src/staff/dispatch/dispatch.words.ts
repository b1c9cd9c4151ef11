import type { Words } from '../../words/words.js';

export const DISPATCH_WORDS = {
  'dispatch.title': ['派单台', 'Dispatch'],
  'dispatch.tab': ['待派单', 'To dispatch'],
  'dispatch.queue': ['待派单，按剩余时间', 'To dispatch, least time left first'],
  'dispatch.keys': ['J、K 上下移动，回车派单', 'J and K move, Enter dispatches'],
  'dispatch.held': ['有 {{n}} 条新的待派单，点此放入列表', '{{n}} more to dispatch: press to let them into the list'],
  'dispatch.empty': ['没有待派单的哨件。', 'Nothing waits to be dispatched.'],
  'dispatch.routing': ['派单目录 {{code}}', 'Routing table {{code}}'],
  'dispatch.noRouting': ['派单目录里没有这一类。', 'The routing table has no row for this category.'],
  'dispatch.advice': ['{{member}}建议（{{at}}）', '{{member}} advises ({{at}})'],
  'dispatch.lead': ['主办 {{name}}', 'lead {{name}}'],
  'dispatch.supporting': ['协办 {{name}}', 'supporting {{name}}'],
  'dispatch.load': ['在办 {{n}} 件', '{{n}} open'],
  'dispatch.overdue': ['超时 {{n}} 件', '{{n}} late'],
  'dispatch.precedent': ['依据裁定先例', 'a precedent'],
  'dispatch.take': ['照这个派单', 'Dispatch like this'],
} as const satisfies Words;
