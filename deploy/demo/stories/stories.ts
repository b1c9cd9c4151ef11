import { DEPARTMENT_STORIES } from './department-stories.js';
import { LONG_TERM_STORIES } from './long-term-stories.js';
import { RESIDENT_STORIES } from './resident-stories.js';
import type { Story } from './story.js';
import { URGENT_STORIES } from './urgent-stories.js';

/** Every story; K3 and K4 are among the cases. */
export const STORIES: readonly Story[] = [
  ...DEPARTMENT_STORIES,
  ...LONG_TERM_STORIES,
  ...RESIDENT_STORIES,
  ...URGENT_STORIES,
];
