import type { Words } from '../../words/words.js';

export const VERIFICATIONS_WORDS = {
  'verifications.title': ['待核查', 'To be verified'],
  'verifications.empty': ['没有等您核查的事。', 'Nothing waits for you to verify it.'],
  'verifications.feedback': ['各单位说办了什么', 'What the units report'],
  'verifications.none': ['没有单位反馈（当场办好的）。', 'No unit reported (settled on the spot).'],
} as const satisfies Words;
