import type { Words } from '../../words/words.js';

export const BOARD_WORDS = {
  'board.title': ['今日总览', 'Today'],
  'board.asOf': ['数据截至 {{at}}', 'Data as of {{at}}'],
  'board.open': ['在办', 'Open'],
  'board.overdue': ['超时', 'Late'],
  'board.unowned': ['无人负责', 'Without owner'],
  'board.lookBacks': ['回头看到期', 'Look-backs due'],
  'board.yellowToday': ['今日黄牌', 'Yellow cards today'],
  'board.redToday': ['今日红牌', 'Red cards today'],
  'board.stuck': ['卡在哪里（最久的 {{n}} 件）', 'Where it is stuck (longest {{n}})'],
  'board.stuck.none': ['没有卡住的事。', 'Nothing is stuck.'],
  'board.byState': ['各环节在办', 'Open by state'],
  'board.byDepartment': ['各单位', 'Departments'],
  'board.byCommunity': ['各社区', 'Communities'],
  'board.name': ['名称', 'Name'],
  'board.yellow': ['黄牌', 'Yellow'],
  'board.red': ['红牌', 'Red'],
  'board.all': ['全部 {{n}}', 'All {{n}}'],
  'board.empty': ['现在没有在办的哨件。', 'No whistle is open now.'],
  'board.wall': ['大屏', 'Wall'],
} as const satisfies Words;
