import type { CloudEvent } from '@hsl/contracts/event';
import { fromIso, type Instant } from '@hsl/contracts/instants';

/** Every event that a report rests on and no figure does. */
export const REPORT_EVENTS = [
  'ledger.applied.v1',
  'ledger.approved.v1',
  'ledger.refused.v1',
  'ledger.milestoneDone.v1',
  'ledger.milestoneSlipped.v1',
  'ledger.reviewDue.v1',
  'ledger.carryOverProposed.v1',
  'ledger.carriedOver.v1',
  'ledger.carryOverRefused.v1',
  'ledger.delivered.v1',
  'ledger.closed.v1',
  'coverage.breached.v1',
  'coverage.cured.v1',
  'member.posted.v1',
  'monthlyTheme.proposed.v1',
  'monthlyTheme.approved.v1',
  'monthlyTheme.refused.v1',
  'register.recorded.v1',
  'sitting.invited.v1',
  'ruleSet.published.v1',
] as const;
export type ReportEvent = CloudEvent<(typeof REPORT_EVENTS)[number]>;

/** What the event is about: an entry, a theme, a member, a community; else as its envelope says. */
export function subjectOf({ data, subject }: ReportEvent): string {
  if ('entryId' in data) return data.entryId;
  if ('themeId' in data) return data.themeId;
  if ('seat' in data) return data.sessionId;
  if ('missingMembers' in data) return data.communityId;
  return 'communityIds' in data ? data.memberId : subject;
}

/** When it happened; where the data do not say, when it was told. */
export const instantOf = ({ data, time }: ReportEvent): Instant => ('at' in data ? data.at : fromIso(time));
