import type { Words } from '../../words/words.js';

export const WORK_WORDS = {
  'work.mine': ['该我办', 'Owed by me'],
  'work.others': ['等别人', 'Waiting for others'],
  'work.done': ['已办完', 'Done'],
  'work.empty': ['现在没有轮到您办的事。', 'Nothing waits for you now.'],
  'work.mine.othersWait': ['等别人的有 {{n}} 件。', ' Waiting for others: {{n}}.'],
  'work.others.empty': ['您参与的事里，没有在等别人的。', 'Nothing you take part in waits for others.'],
  'work.done.empty': ['您参与的事里，还没有办完的。', 'Nothing you take part in has ended yet.'],
  'work.toMine': ['看该我办的', 'See what waits for me'],
  'work.toOthers': ['看等别人的', 'See what waits for others'],
  'work.endedAt': ['{{at}} 办完', 'ended {{at}}'],
  'work.submissions': ['{{n}} 件等您处理', '{{n}} wait for you'],
  'work.submissions.more': ['{{n}} 件以上等您处理', 'more than {{n}} wait for you'],
  'work.capacity': ['以{{role}}身份', 'as {{role}}'],
} as const satisfies Words;
