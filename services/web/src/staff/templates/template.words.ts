import type { Words } from '../../words/words.js';

/** Templates where they are chosen. */
export const TEMPLATE_WORDS = {
  'template.pick': ['从模板开始写', 'Begin with a template'],
  'template.left': ['还有没填的空：{{slots}}', 'Left to be filled in: {{slots}}'],
} as const satisfies Words;
