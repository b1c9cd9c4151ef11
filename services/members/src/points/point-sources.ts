import type { EventDataByType } from '@hsl/contracts/events/event-types';
import type { RegisterChange } from '@hsl/contracts/events/register-events';
import type { PointRuleCode } from './point-rules.js';

/** Who earns by which rule, and for what; a person who is known by account is looked up. */
export interface Award {
  rule: PointRuleCode;
  /** Id of what it is for. */
  sourceId: string;
  memberId?: string;
  userId?: string;
}

type Sources = { readonly [T in keyof EventDataByType]?: (data: EventDataByType[T]) => Award[] };

const ofMember = (rule: PointRuleCode, sourceId: string, memberId: string | undefined): Award[] =>
  memberId === undefined ? [] : [{ rule, sourceId, memberId }];

/**
 * Deeds with an entry of a register: `register.step.state`, and whose they are: the entry's member, or who did it. Duty
 * records name their duty in the entry and are read there.
 */
const REGISTER_DEEDS: Readonly<Record<string, { rule: PointRuleCode; of: 'owner' | 'actor' }>> = {
  'visit.record.RECORDED': { rule: 'visit', of: 'owner' },
  'microActivity.record.RECORDED': { rule: 'microActivity', of: 'owner' },
  'opinionReport.submit.SUBMITTED': { rule: 'opinionReportSubmitted', of: 'owner' },
  'opinionReport.decide.ADOPTED': { rule: 'opinionReportAdopted', of: 'owner' },
  'practicalDeed.confirm.CONFIRMED': { rule: 'practicalDeed', of: 'owner' },
  'campaign.record.RUNNING': { rule: 'campaignRecord', of: 'actor' },
  'campaign.attend.RUNNING': { rule: 'campaignRecord', of: 'actor' },
};

function ofRegister({ register, step, state, entryId, memberId, actedBy }: RegisterChange): Award[] {
  const deed = REGISTER_DEEDS[`${register}.${step}.${state}`];
  if (!deed) return [];
  if (deed.of === 'owner') return ofMember(deed.rule, entryId, memberId);
  return [{ rule: deed.rule, sourceId: entryId, userId: actedBy }];
}

/** Events that earn or cost points (domain I22). */
const POINT_SOURCES: Sources = {
  'checkIn.confirmed.v1': ({ checkInId, memberId, at, dueAt }) =>
    at <= dueAt ? [{ rule: 'checkInOnTime', sourceId: checkInId, memberId }] : [],
  'checkIn.missed.v1': ({ checkInId, memberId }) => [{ rule: 'checkInMissed', sourceId: checkInId, memberId }],
  'whistle.concluded.v1': ({ whistleId, memberIds }) =>
    memberIds.map((memberId) => ({ rule: 'whistleConcluded', sourceId: whistleId, memberId })),
  'session.held.v1': ({ sessionId, memberIds }) =>
    memberIds.map((memberId) => ({ rule: 'sessionAttended', sourceId: sessionId, memberId })),
  'proposal.changed.v1': ({ proposalId, change, replyClass, submittedBy }) => [
    ...(change === 'filed' ? [{ rule: 'proposalFiled' as const, sourceId: proposalId, userId: submittedBy }] : []),
    ...(change === 'replied' && replyClass === 'A'
      ? [{ rule: 'proposalClassA' as const, sourceId: proposalId, userId: submittedBy }]
      : []),
  ],
  'register.recorded.v1': ofRegister,
  'register.changed.v1': ofRegister,
};
export const POINT_EVENTS = Object.keys(POINT_SOURCES) as (keyof EventDataByType)[];

/** What the event earns whom; nothing for a type that is no source. */
export function awardsOf({ type, data }: { type: keyof EventDataByType; data: unknown }): Award[] {
  const source = POINT_SOURCES[type] as ((data: unknown) => Award[]) | undefined;
  return source?.(data) ?? [];
}
