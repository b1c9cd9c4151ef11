import type { Words } from '../../words/words.js';

export const FOLLOWING_WORDS = {
  'follow.follow': ['关注', 'Follow'],
  'follow.title': ['我关注的', 'What I follow'],
  'follow.changes': ['有 {{n}} 处变化', '{{n}} changes'],
  'follow.unchanged': ['没有新变化', 'Nothing new'],
  'follow.truncated': ['只列出最近关注的一百件。', 'Only the latest hundred are listed.'],
} as const satisfies Words;
