import type { Words } from '../../words/words.js';

export const TRIAGE_WORDS = {
  'triage.title': ['受理台', 'Triage'],
  'triage.tab': ['待受理', 'To accept'],
  'triage.queues': ['受理和派单', 'Queues'],
  'triage.queue': ['待受理，按剩余时间', 'To accept, least time left first'],
  'triage.keys': ['J、K 上下移动，回车受理', 'J and K move, Enter accepts'],
  'triage.held': ['有 {{n}} 条新哨件，点此放入列表', '{{n}} new whistles: press to let them into the list'],
  'triage.empty': ['没有待受理的哨件。', 'Nothing waits to be accepted.'],
} as const satisfies Words;
