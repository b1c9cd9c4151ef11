import type { Words } from '../../words/words.js';

export const ALARM_WORDS = {
  'alarm.sound': ['应急提示音', 'Sound for emergencies'],
  'alarm.touch': ['点一下页面，提示音才会响。', 'Touch the page once, or the sound stays silent.'],
  'alarm.news': ['应急 {{n}} 件，刚到', '{{n}} emergencies, just in'],
  'alarm.seen': ['知道了', 'Seen'],
} as const satisfies Words;
