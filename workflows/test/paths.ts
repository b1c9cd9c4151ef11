import { AFTERWARDS } from './paths/afterwards.paths.js';
import { CALENDAR } from './paths/calendar.paths.js';
import { DEPARTMENTS } from './paths/departments.paths.js';
import { ENDINGS } from './paths/endings.paths.js';
import { LEDGER } from './paths/ledger.paths.js';
import { MEMBERS } from './paths/members.paths.js';
import { PAST } from './paths/past.paths.js';
import { PROPOSALS } from './paths/proposals.paths.js';
import { RESULTS } from './paths/results.paths.js';
import { SUBMISSIONS } from './paths/submissions.paths.js';
import { TRIAGE } from './paths/triage.paths.js';
import type { Path } from './paths/path.js';

/** Every path whose histories are recorded by `npm run histories` and replayed by every test run. */
export const PATHS: readonly Path[] = [
  ...TRIAGE,
  ...MEMBERS,
  ...DEPARTMENTS,
  ...RESULTS,
  ...ENDINGS,
  ...LEDGER,
  ...AFTERWARDS,
  ...CALENDAR,
  ...PROPOSALS,
  ...SUBMISSIONS,
  ...PAST,
];
