import type { Words } from '../../words/words.js';

export const INBOX_WORDS = {
  'inbox.empty': ['没有新消息。', 'Nothing new.'],
  'inbox.readAll': ['全部已读', 'Mark all read'],
} as const satisfies Words;
