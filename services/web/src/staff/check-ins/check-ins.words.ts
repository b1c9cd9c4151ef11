import type { Words } from '../../words/words.js';
import { CHECK_IN_STATE_WORDS } from '../task-state.words.js';

export const CHECK_INS_WORDS = {
  ...CHECK_IN_STATE_WORDS,
  'calls.title': ['哨声', 'Calls'],
  'calls.empty': ['您的片区现在没有哨声。', 'No whistle calls you now.'],
  'checkIn.why': ['为什么请您', 'Why you'],
  'checkIn.others': ['同请的委员', 'Also asked'],
  'checkIn.silence': [
    '到期不回：另请一位，记一次未报到。',
    'No answer in time: another member is asked, and it counts as a miss.',
  ],
  'checkIn.whistle': ['看这件事', 'Open the matter'],
} as const satisfies Words;
