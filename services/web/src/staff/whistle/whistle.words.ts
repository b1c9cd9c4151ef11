import type { Words } from '../../words/words.js';

export const WHISTLE_WORDS = {
  'whistle.waiting': ['正在等', 'Waiting for'],
  'whistle.nextRung': ['不办的话，{{at}} {{rung}}', 'If nothing happens: {{rung}} on {{at}}'],
  'whistle.stations': ['办到哪一步了', 'Where it is'],
  'whistle.skipped': ['没有经过', 'passed by'],
  'whistle.noSession': ['未开会', 'no session'],
  'whistle.rework': ['重办 第 {{n}} 次', 'rework {{n}}'],
  'whistle.print': ['打印案卷', 'Print the case file'],
  'whistle.printed': ['{{brand}} · 打印于 {{at}}', '{{brand}} · printed on {{at}}'],
  'whistle.facts': ['发生了什么事', 'What happened'],
  'whistle.households': ['{{households}} 户受影响', '{{households}} households'],
  'whistle.parties': ['谁在办', 'Who works on it'],
  'whistle.lead': ['主办：{{name}}', 'Lead: {{name}}'],
  'whistle.supporting': ['协办：{{name}}', 'Supporting: {{name}}'],
  'whistle.member': ['委员：{{name}}', 'Member: {{name}}'],
  'whistle.reporters': ['反映人 {{people}} 位（不显示姓名）', '{{people}} residents behind it (not named)'],
  'whistle.tasks': ['各单位的任务', 'Tasks of the units'],
  'whistle.written': ['写了什么', 'What was written'],
  'whistle.timeline': ['经过', 'History'],
} as const satisfies Words;
