import type { CloudEvent } from '@hsl/contracts/event';
import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { RungKind, Step } from '@hsl/contracts/steps';
import type { NoticeSubject } from './audience.js';
import type { NoticedEvent } from './notice-rules.js';

/** Fields that some of the events carry; each event carries those that its family has. */
interface Facts {
  whistleId?: string;
  number?: string;
  communityId?: string;
  categoryCode?: string;
  departmentId?: string;
  leadDepartmentId?: string;
  memberId?: string;
  memberIds?: string[];
  taskId?: string;
  checkInId?: string;
  blownBy?: string;
  dutyUserId?: string;
  proposalId?: string;
  submittedBy?: string;
  actedBy?: string;
  inviteeId?: string;
  namedBy?: string;
  communityIds?: string[];
  supportingDepartmentIds?: string[];
  rungKind?: RungKind;
  proposedBy?: string;
  approvedBy?: string;
  rejectedBy?: string;
  loadedBy?: string;
  enteredBy?: string;
  screenedBy?: string;
  ruleSetVersion?: number;
  effectiveFrom?: number;
  year?: number;
  step?: Step;
  rung?: number;
  sequence?: number;
  dueAt?: number;
  acknowledgeDueAt?: number;
  feedbackDueAt?: number;
}

/** Ids, codes, numbers and instants (milliseconds since the epoch) that the words are made from. */
export type NoticeParamsRow = Pick<
  Facts,
  | 'proposalId'
  | 'communityId'
  | 'categoryCode'
  | 'departmentId'
  | 'memberId'
  | 'taskId'
  | 'checkInId'
  | 'step'
  | 'rung'
  | 'sequence'
  | 'dueAt'
  | 'acknowledgeDueAt'
  | 'ruleSetVersion'
  | 'effectiveFrom'
  | 'year'
>;

const factsOf = ({ data }: CloudEvent<NoticedEvent>): EventDataByType[NoticedEvent] & Facts => data;

export function subjectOf(event: CloudEvent<NoticedEvent>): NoticeSubject {
  const facts = factsOf(event);
  const { communityId, departmentId, leadDepartmentId, memberId, memberIds = [], step } = facts;
  const { blownBy, approvedBy, rejectedBy, loadedBy, proposedBy, dutyUserId, enteredBy, screenedBy } = facts;
  const { supportingDepartmentIds, rungKind, submittedBy, actedBy } = facts;
  const doneBy = actedBy ?? blownBy ?? approvedBy ?? rejectedBy ?? loadedBy ?? proposedBy ?? enteredBy ?? screenedBy;
  return {
    communityId,
    departmentId: departmentId ?? leadDepartmentId,
    memberIds: memberId === undefined ? memberIds : [...memberIds, memberId],
    ...{ step, rungKind, leadDepartmentId, supportingDepartmentIds },
    personId: dutyUserId ?? proposedBy ?? submittedBy ?? facts.inviteeId ?? facts.namedBy,
    communityIds: facts.communityIds,
    exceptUserId: doneBy,
  };
}

/** The whistle it is about; none for rules, calendar and proposals. */
export const whistleOf = (event: CloudEvent<NoticedEvent>): { whistleId?: string; number?: string } => factsOf(event);

export function paramsOf(event: CloudEvent<NoticedEvent>): NoticeParamsRow {
  const facts = factsOf(event);
  const { communityId, categoryCode, memberId, taskId, checkInId, step, rung, sequence, acknowledgeDueAt } = facts;
  return {
    proposalId: event.type === 'proposal.changed.v1' ? facts.proposalId : undefined,
    ...{ communityId, categoryCode, memberId, taskId, checkInId, step, rung, sequence, acknowledgeDueAt },
    ...{ ruleSetVersion: facts.ruleSetVersion, effectiveFrom: facts.effectiveFrom, year: facts.year },
    departmentId: facts.departmentId ?? facts.leadDepartmentId,
    dueAt: facts.dueAt ?? facts.feedbackDueAt,
  };
}
