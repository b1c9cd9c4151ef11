import type { Words } from '../../words/words.js';

export const CUT_LIST_WORDS = {
  'consult.label': ['协商的栏目', 'Rooms of the consultation'],
  'cut.empty': ['没有符合条件的。', 'Nothing is like this.'],
  'cut.state': ['状态', 'State'],
  'cut.mine': ['谁的', 'Whose'],
  'cut.community': ['社区', 'Community'],
  'cut.communityId': ['社区', 'Community'],
} as const satisfies Words;
