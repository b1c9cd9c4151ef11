import type { Words } from '../../words/words.js';

export const LADDER_WORDS = {
  'ladder.title': ['督促', 'Ladder'],
  'ladder.of': ['{{who}} {{step}}', '{{who}}: {{step}}'],
  'ladder.fired': ['已发出', 'sent'],
  'ladder.next': ['下一级', 'next'],
  'ladder.off': ['已取消', 'called off'],
  'ladder.done': ['已取消：{{at}} 已{{step}}', 'Called off: done on {{at}} ({{step}})'],
  'ladder.paused': ['已停表，以下时间会往后推', 'paused; these times will move on'],
  'ladder.to': ['告诉{{roles}}', 'tells {{roles}}'],
} as const satisfies Words;
