import { REPORT_KINDS, type ReportKind } from '@hsl/contracts/report-kinds';
import type { ReportDefinition } from '../report-definition.js';
import { BULLETIN } from './bulletin.report.js';
import { CARRY_OVER } from './carry-over.report.js';
import { CASE_FILE } from './case-file.report.js';
import { COVERAGE } from './coverage.report.js';
import { HEAT_TABLE } from './heat-table.report.js';
import { LONG_TERM } from './long-term.report.js';
import { LOOK_BACK } from './look-back.report.js';
import { MEMBER_ARCHIVE } from './member-archive.report.js';
import { PROPOSALS_REPORT } from './proposals.report.js';
import { REPEATS } from './repeats.report.js';
import { SITE_MEETING } from './site-meeting.report.js';
import { THREE_LISTS } from './three-lists.report.js';

/** Every report of domain 5.2. */
export const REPORTS: Readonly<Record<ReportKind, ReportDefinition>> = {
  siteMeeting: SITE_MEETING,
  bulletin: BULLETIN,
  threeLists: THREE_LISTS,
  longTerm: LONG_TERM,
  carryOver: CARRY_OVER,
  lookBack: LOOK_BACK,
  heatTable: HEAT_TABLE,
  memberArchive: MEMBER_ARCHIVE,
  proposals: PROPOSALS_REPORT,
  repeats: REPEATS,
  caseFile: CASE_FILE,
  coverage: COVERAGE,
};

/** Its number in domain 5.2. */
export const reportNumber = (kind: ReportKind): number => REPORT_KINDS.indexOf(kind) + 1;
