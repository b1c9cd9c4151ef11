import { ADMIN_WORDS } from '../staff/admin/admin.words.js';
import { CALENDAR_WORDS as WORKING_DAYS_WORDS } from '../staff/admin/calendar/calendar.words.js';
import { KEYS_WORDS } from '../staff/admin/keys/keys.words.js';
import { AUDIT_WORDS } from '../staff/admin/audit/audit.words.js';
import { PEOPLE_WORDS } from '../staff/admin/people/people.words.js';
import { CATEGORIES_WORDS } from '../staff/admin/categories/categories.words.js';
import { TEXTS_WORDS } from '../staff/admin/texts/texts.words.js';
import { TEMPLATE_WORDS } from '../staff/templates/template.words.js';
import { HEALTH_WORDS } from '../staff/admin/health/health.words.js';
import { NOTICE_RULES_WORDS } from '../staff/admin/notice-rules/notice-rules.words.js';
import { PLACES_ADMIN_WORDS } from '../staff/admin/places/places-admin.words.js';
import { RULES_WORDS } from '../staff/admin/rules/rules.words.js';
import { APPROVALS_WORDS } from '../staff/approvals/approvals.words.js';
import { BLOW_WORDS } from '../staff/blow/blow.words.js';
import { BOARD_WORDS } from '../staff/board/board.words.js';
import { CALENDAR_WORDS } from '../staff/calendar/calendar.words.js';
import { SURVEYS_WORDS } from '../staff/surveys/surveys.words.js';
import { THEMES_WORDS } from '../staff/themes/themes.words.js';
import { LISTS_WORDS } from '../staff/departments/lists.words.js';
import { FOLLOWING_WORDS } from '../staff/following/following.words.js';
import { CHECK_INS_WORDS } from '../staff/check-ins/check-ins.words.js';
import { CUT_LIST_WORDS } from '../staff/cut-list/cut-list.words.js';
import { DISPATCH_WORDS } from '../staff/dispatch/dispatch.words.js';
import { DUTY_WORDS } from '../staff/duty/duty.words.js';
import { EVIDENCE_WORDS } from '../staff/evidence/evidence.words.js';
import { FIGURES_WORDS } from '../staff/figures/figures.words.js';
import { ALARM_WORDS } from '../staff/alarm/alarm.words.js';
import { INBOX_WORDS } from '../staff/inbox/inbox.words.js';
import { REFERRED_WORDS } from '../staff/referred/referred.words.js';
import { REPORTS_WORDS } from '../staff/reports/reports.words.js';
import { PROPOSALS_WORDS } from '../staff/proposals/proposals.words.js';
import { SESSIONS_WORDS } from '../staff/sessions/sessions.words.js';
import { MEMBERS_WORDS } from '../staff/members/members.words.js';
import { PLACES_WORDS } from '../staff/places/places.words.js';
import { ACTIVITIES_WORDS } from '../staff/activities/activities.words.js';
import { DEPARTMENTS_WORDS } from '../staff/departments/departments.words.js';
import { SEARCH_WORDS } from '../staff/search/search.words.js';
import { COMPARE_WORDS } from '../staff/compare/compare.words.js';
import { DISPUTES_WORDS } from '../staff/disputes/disputes.words.js';
import { LEDGER_WORDS } from '../staff/ledger/ledger.words.js';
import { LOOK_BACKS_WORDS } from '../staff/look-backs/look-backs.words.js';
import { ORDERS_WORDS } from '../staff/orders/orders.words.js';
import { QUEUE_WORDS } from '../staff/queue/queue.words.js';
import { REVISITS_WORDS } from '../staff/revisits/revisits.words.js';
import { LADDER_WORDS } from '../staff/ladder/ladder.words.js';
import { ME_WORDS } from '../staff/me/me.words.js';
import { SHELL_WORDS } from '../staff/shell/shell.words.js';
import { ACTION_WORDS } from '../staff/actions/action.words.js';
import { SUBMISSIONS_WORDS } from '../staff/submissions/submissions.words.js';
import { TASKS_WORDS } from '../staff/tasks/tasks.words.js';
import { TOPICS_WORDS } from '../staff/topics/topics.words.js';
import { TRIAGE_WORDS } from '../staff/triage/triage.words.js';
import { VERIFICATIONS_WORDS } from '../staff/verifications/verifications.words.js';
import { WEBHOOKS_WORDS } from '../staff/webhooks/webhooks.words.js';
import { WHISTLE_WORDS } from '../staff/whistle/whistle.words.js';
import { WHISTLES_WORDS } from '../staff/whistles/whistles.words.js';
import { WORK_WORDS } from '../staff/work/work.words.js';
import { COMMON_WORDS } from './common.words.js';
import { MATTER_WORDS } from './matter.words.js';
import type { Words } from './words.js';

/** Each room brings its own words. */
export const STAFF_ROOMS: readonly Words[] = [
  COMMON_WORDS,
  MATTER_WORDS,
  SHELL_WORDS,
  INBOX_WORDS,
  TEXTS_WORDS,
  TEMPLATE_WORDS,
  WORK_WORDS,
  WHISTLE_WORDS,
  ACTION_WORDS,
  WHISTLES_WORDS,
  BLOW_WORDS,
  BOARD_WORDS,
  TASKS_WORDS,
  SUBMISSIONS_WORDS,
  DUTY_WORDS,
  TRIAGE_WORDS,
  ALARM_WORDS,
  FIGURES_WORDS,
  REFERRED_WORDS,
  REPORTS_WORDS,
  CHECK_INS_WORDS,
  FOLLOWING_WORDS,
  LISTS_WORDS,
  THEMES_WORDS,
  SURVEYS_WORDS,
  CUT_LIST_WORDS,
  SESSIONS_WORDS,
  TOPICS_WORDS,
  PROPOSALS_WORDS,
  ADMIN_WORDS,
  RULES_WORDS,
  CATEGORIES_WORDS,
  HEALTH_WORDS,
  NOTICE_RULES_WORDS,
  PLACES_ADMIN_WORDS,
  PEOPLE_WORDS,
  AUDIT_WORDS,
  KEYS_WORDS,
  WORKING_DAYS_WORDS,
  CALENDAR_WORDS,
  MEMBERS_WORDS,
  PLACES_WORDS,
  ACTIVITIES_WORDS,
  DEPARTMENTS_WORDS,
  SEARCH_WORDS,
  COMPARE_WORDS,
  APPROVALS_WORDS,
  DISPUTES_WORDS,
  LEDGER_WORDS,
  QUEUE_WORDS,
  REFERRED_WORDS,
  REVISITS_WORDS,
  VERIFICATIONS_WORDS,
  LOOK_BACKS_WORDS,
  ORDERS_WORDS,
  EVIDENCE_WORDS,
  LADDER_WORDS,
  DISPATCH_WORDS,
  ME_WORDS,
  WEBHOOKS_WORDS,
];

/** Everything the staff portal says. */
export const STAFF_WORDS: Words = Object.assign({}, ...STAFF_ROOMS) as Words;
