import type { Words } from '../../words/words.js';
import { CHECK_IN_STATE_WORDS } from '../task-state.words.js';

export const CHECK_INS_WORDS = {
  ...CHECK_IN_STATE_WORDS,
  'calls.title': ['哨声', 'Calls'],
  'calls.claimable': ['可以认领', 'You may claim'],
  'calls.claimable.help': [
    '还没有委员到场的事，没请到您也可以认领；认领就算您已报到。',
    'No member has come to these yet. You may claim one though you were not asked; claiming it checks you in.',
  ],
  'calls.empty': ['您的片区现在没有哨声。', 'No whistle calls you now.'],
  'checkIn.why': ['为什么请您', 'Why you'],
  'checkIn.others': ['同请的委员', 'Also asked'],
  'checkIn.silence': [
    '到期不回：另请一位，记一次未报到。',
    'No answer in time: another member is asked, and it counts as a miss.',
  ],
  'checkIn.whistle': ['看这件事', 'Open the matter'],
} as const satisfies Words;
