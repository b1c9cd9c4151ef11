import type { Words } from '../../../words/words.js';

export const CALENDAR_WORDS = {
  'calendar.year': ['年份', 'Year'],
  'calendar.known': ['{{year}} 年安排已载入', 'The year {{year}} is loaded'],
  'calendar.unknown': [
    '{{year}} 年安排尚未公布，相关期限标“暂定”。',
    'The year {{year}} is not announced; deadlines in it are provisional.',
  ],
  'calendar.years': ['已确定的年份', 'Certain years'],
  'calendar.fromTo': ['{{firstYear}} 年至 {{lastYear}} 年', '{{firstYear}} to {{lastYear}}'],
  'calendar.version': ['版本', 'Version'],
  'calendar.loaded': ['第 {{version}} 版，{{who}} {{at}} 载入', 'Version {{version}}, loaded by {{who}}, {{at}}'],
  'calendar.shipped': ['随平台', 'the platform'],
  'calendar.provisional': ['暂定的期限', 'Provisional deadlines'],
  'calendar.deadlines': ['{{n}} 个', '{{n}}'],
  'calendar.rollout': ['在办件', 'Open matters'],
  'calendar.rolling': ['正在重算期限…', 'Their deadlines are being worked out again…'],
  'calendar.rolled': ['期限都按最新日历', 'All deadlines follow the newest calendar'],
  'calendar.holidays': ['放假 {{n}} 天', '{{n}} days off'],
  'calendar.makeUp': ['调休上班 {{n}} 天', '{{n}} make-up workdays'],
  'calendar.none': ['没有调休上班日。', 'There are none.'],
  'calendar.until': ['至', 'to'],
  'calendar.load': ['载入 {{year}} 年安排', 'Load the year {{year}}'],
  'calendar.field.holidays': [
    '放假的日子，一行一段，如 2027-02-06 至 2027-02-12',
    'Days off, one range to a line, such as 2027-02-06 to 2027-02-12',
  ],
  'calendar.field.makeUpWorkdays': ['调休上班的周六、周日', 'Saturdays and Sundays that are worked'],
  'calendar.count': ['共 {{n}} 天', '{{n}} days'],
  'calendar.strange': ['看不懂这些日期：{{days}}', 'Not understood: {{days}}'],
  'calendar.submit': ['载入年度安排', 'Load the year'],
} as const satisfies Words;
