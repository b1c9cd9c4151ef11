import { BLOW_WORDS } from '../staff/blow/blow.words.js';
import { BOARD_WORDS } from '../staff/board/board.words.js';
import { CHECK_INS_WORDS } from '../staff/check-ins/check-ins.words.js';
import { DUTY_WORDS } from '../staff/duty/duty.words.js';
import { FIGURES_WORDS } from '../staff/figures/figures.words.js';
import { INBOX_WORDS } from '../staff/inbox/inbox.words.js';
import { ME_WORDS } from '../staff/me/me.words.js';
import { SHELL_WORDS } from '../staff/shell/shell.words.js';
import { ACTION_WORDS } from '../staff/actions/action.words.js';
import { SUBMISSIONS_WORDS } from '../staff/submissions/submissions.words.js';
import { TASKS_WORDS } from '../staff/tasks/tasks.words.js';
import { TRIAGE_WORDS } from '../staff/triage/triage.words.js';
import { WEBHOOKS_WORDS } from '../staff/webhooks/webhooks.words.js';
import { WHISTLE_WORDS } from '../staff/whistle/whistle.words.js';
import { WHISTLES_WORDS } from '../staff/whistles/whistles.words.js';
import { WORK_WORDS } from '../staff/work/work.words.js';
import { COMMON_WORDS } from './common.words.js';
import { MATTER_WORDS } from './matter.words.js';
import type { Words } from './words.js';

/** Everything the staff portal says; each room brings its own words. */
export const STAFF_WORDS: Words = {
  ...COMMON_WORDS,
  ...MATTER_WORDS,
  ...SHELL_WORDS,
  ...INBOX_WORDS,
  ...WORK_WORDS,
  ...WHISTLE_WORDS,
  ...ACTION_WORDS,
  ...WHISTLES_WORDS,
  ...BLOW_WORDS,
  ...BOARD_WORDS,
  ...TASKS_WORDS,
  ...SUBMISSIONS_WORDS,
  ...DUTY_WORDS,
  ...TRIAGE_WORDS,
  ...FIGURES_WORDS,
  ...CHECK_INS_WORDS,
  ...ME_WORDS,
  ...WEBHOOKS_WORDS,
};
