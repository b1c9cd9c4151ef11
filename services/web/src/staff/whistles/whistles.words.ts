import type { Words } from '../../words/words.js';

export const WHISTLES_WORDS = {
  'list.title': ['哨件一览（{{n}}）', 'Whistles ({{n}})'],
  'list.empty': ['没有符合条件的哨件。', 'No whistle is like this.'],
  'list.number': ['编号', 'Number'],
  'list.community': ['社区', 'Community'],
  'list.state': ['环节', 'State'],
  'list.grade': ['定级', 'Grade'],
  'list.waitingFor': ['等谁', 'Waiting for'],
  'list.since': ['自何时', 'Since'],
  'list.due': ['期限', 'Due'],
  'list.nextRung': ['下一级', 'Next rung'],
  'filter.open.true': ['在办', 'open'],
  'filter.open.false': ['已办结', 'ended'],
  'filter.overdue.true': ['超时', 'late'],
  'filter.overdue.false': ['未超时', 'not late'],
  'filter.card.yellow': ['有黄牌', 'yellow card'],
  'filter.card.red': ['有红牌', 'red card'],
  'filter.remove': ['去掉“{{filter}}”', 'Remove “{{filter}}”'],
  'card.yellow': ['黄牌 {{cards}}', 'yellow {{cards}}'],
  'card.red': ['红牌 {{cards}}', 'red {{cards}}'],
} as const satisfies Words;
