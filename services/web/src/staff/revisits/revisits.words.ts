import type { Words } from '../../words/words.js';

export const REVISITS_WORDS = {
  'revisits.title': ['回访', 'Revisits'],
  'revisits.empty': ['没有等待回访的事。', 'Nobody is to be asked.'],
  'revisit.call': ['打给谁', 'Whom to call'],
  'revisit.call.taken': [
    '{{name}}正在拨打，占用到 {{until}}。请先办别的，挂断后这里会变。',
    '{{name}} is calling, held until {{until}}. Take another one; this changes when the call is over.',
  ],
  'revisit.call.mine': [
    '您正在通话，{{until}} 前别人不会打给这位居民。',
    'You are calling: nobody else does until {{until}}.',
  ],
  'revisit.call.end': ['结束通话', 'End the call'],
  'revisit.call.begin': ['开始通话', 'Begin to call'],
  'revisit.calling': ['{{name}}正在拨打', '{{name}} is calling'],
  'revisit.attempts': ['已试 {{n}}/{{needed}} 次', 'tried {{n}} of {{needed}} times'],
  'revisit.attemptsRule': [
    '满 {{needed}} 次，且分在两天、用了两种方式，按“未联系上”办结。',
    '{{needed}} tries on two days and by two channels conclude it as not reached.',
  ],
  'revisit.resident': ['第 {{n}} 位反映人', 'Resident {{n}}'],
  'revisit.asked': ['{{at}} 已问过', 'asked on {{at}}'],
  'revisit.noPhone': ['没有留电话', 'left no phone'],
  'revisit.show': ['显示电话（会留记录）', 'Show the phone (on record)'],
  'revisit.shown': ['电话 {{phone}}，一分钟后隐去', 'Phone {{phone}}, hidden in a minute'],
  'revisit.purpose': ['用途：回访', 'Purpose: to ask the resident'],
  'revisit.now': ['现在问：第 {{n}} 位', 'Asking now: resident {{n}}'],
  'revisit.ask': ['问这一位', 'Ask this one'],
  'revisit.nobody': ['没有反映人，由社区确认。', 'No resident is behind it; the community confirms.'],
} as const satisfies Words;
