import type { Grade, Level, WhistleKind } from '../grades.js';
import type { DeclineCode, LastChoice, LookBackResult, Outcome, SessionOutcome } from '../states.js';
import type { WhistleOrigin } from '../whistle-origins.js';
import type { WhistleSnapshot } from './whistle-snapshot.js';

/** Events of the topic `hsl.whistles`; each says when it fires. */
export interface WhistleEventData {
  /** Fires when a community worker's whistle has been stored, before any workflow runs. */
  'whistle.blown.v1': WhistleSnapshot & {
    kind: WhistleKind;
    blownBy: string;
    reboundOf?: string;
    /** Found on a visit or a tour, and the entry that tells of it; absent if somebody brought it. */
    origin?: WhistleOrigin;
    originId?: string;
    /** The resident's submission it was blown from; that service ends it with an answer. */
    submissionId?: string;
    /** G1 and G2 outside working hours: the liaison officer on duty. */
    dutyUserId?: string;
  };
  /** Fires when the community head has put a name under a yellow or red whistle. */
  'whistle.countersigned.v1': WhistleSnapshot;
  /** Fires when the liaison officer asks the community for more. */
  'whistle.sentBack.v1': WhistleSnapshot;
  /** Fires when the community has added what was asked for. */
  'whistle.resubmitted.v1': WhistleSnapshot;
  /** Fires when a liaison officer proposes not to take it; a deputy leader decides. */
  'whistle.declineProposed.v1': WhistleSnapshot & { reasonCode: DeclineCode };
  /** Fires when a deputy leader did not follow that proposal: it waits to be accepted again. */
  'whistle.declineRejected.v1': WhistleSnapshot;
  /** Fires when a deputy leader has confirmed that it is not taken. */
  'whistle.declined.v1': WhistleSnapshot & { reasonCode: DeclineCode };
  /** Fires when the community objects to that, once. */
  'whistle.objected.v1': WhistleSnapshot;
  /** Fires when the objection is ruled on; upheld, the whistle is blown again. */
  'whistle.objectionRuled.v1': WhistleSnapshot & { upheld: boolean };
  /** Fires when a liaison officer has accepted it (or the clock did) and members are being asked. */
  'whistle.accepted.v1': WhistleSnapshot & { auto: boolean };
  /** Fires when grade or level were raised or lowered by a person. */
  'whistle.regraded.v1': WhistleSnapshot & { fromGrade: Grade; fromLevel: Level };
  /** Fires when the sixth rung of a late step raised the level and referred the matter to the district. */
  'whistle.escalated.v1': WhistleSnapshot & { departmentId?: string };
  /** Fires when somebody has talked to the resident for the first time. */
  'resident.contacted.v1': WhistleSnapshot & { onTime: boolean };
  /** Fires when the first member has checked in, or the liaison officer stepped in for silent ones. */
  'whistle.checkedIn.v1': WhistleSnapshot & { substituted: boolean };
  /** Fires when a session (or survey) on it has been convened. */
  'whistle.deliberating.v1': WhistleSnapshot & { sessionId: string };
  /** Fires when its session has come to an outcome. */
  'whistle.deliberated.v1': WhistleSnapshot & { sessionId: string; outcome: SessionOutcome };
  /** Fires when member or community settled it without a department. */
  'whistle.selfResolved.v1': WhistleSnapshot;
  /** Fires when the departments have been named and their tasks are on the way. */
  'whistle.dispatched.v1': WhistleSnapshot;
  /** Fires when other departments took over: after a return, a ruling, or a correction of G1 and G2. */
  'whistle.unitsChanged.v1': WhistleSnapshot;
  /** Fires when the lead's deadline was moved: extension granted, clock paused, or earlier deadline of a merged one. */
  'whistle.rescheduled.v1': WhistleSnapshot;
  /** Fires when a new calendar was loaded and its provisional deadlines, if any, were found again. */
  'whistle.calendarLoaded.v1': WhistleSnapshot & { calendarVersion: number };
  /** Fires when every department has fed back and the result waits to be verified. */
  'whistle.feedbackSubmitted.v1': WhistleSnapshot;
  /** Fires when member and community both found the work done. */
  'whistle.verified.v1': WhistleSnapshot;
  /** Fires when the check on the spot found the work not done; the lead gets half the time. */
  'whistle.verificationFailed.v1': WhistleSnapshot & { leadTaskId?: string; falseFeedback: boolean };
  /** Fires when the resident (or the community, for a proactive matter) was asked and has answered. */
  'revisit.done.v1': WhistleSnapshot & {
    satisfaction: 'satisfied' | 'basic' | 'dissatisfied';
    solved: 'yes' | 'partly' | 'no';
    dissatisfiedCount: number;
  };
  /** Fires when three logged attempts did not reach the resident; the matter is concluded all the same. */
  'revisit.unreached.v1': WhistleSnapshot & { attempts: number };
  /** Fires when the session after the second dissatisfaction ended in a plan, or in an explanation. */
  'whistle.sessionConcluded.v1': WhistleSnapshot & { sessionId: string; outcome: SessionOutcome };
  /** Fires when the group leader has decided what becomes of a matter dissatisfied for the third time. */
  'whistle.outcomeChosen.v1': WhistleSnapshot & { choice: LastChoice };
  /** Fires when the matter is concluded; its look-backs are planned from this instant. */
  'whistle.concluded.v1': WhistleSnapshot & { lookBacksDueAt: number[]; outcome: Outcome };
  /** Fires when a concluded matter is taken up again. */
  'whistle.reopened.v1': WhistleSnapshot;
  /** Fires when it was merged into another one. */
  'whistle.merged.v1': WhistleSnapshot & { masterId: string };
  /** Fires when another whistle was merged into this one. */
  'whistle.absorbed.v1': WhistleSnapshot & { absorbedId: string; reporterCount: number };
  /** Fires when a liaison officer has found that it repeats a matter concluded not long before. */
  'whistle.repeatLinked.v1': WhistleSnapshot & { repeatOf: string; repeatOfNumber: string };
  /** Fires when the community asks to withdraw it after a red card; a deputy leader decides. */
  'whistle.withdrawProposed.v1': WhistleSnapshot;
  /** Fires when a deputy leader did not agree to the withdrawal. */
  'whistle.withdrawRefused.v1': WhistleSnapshot;
  /** Fires when it was withdrawn; `lapsed` when nobody answered what was asked for. */
  'whistle.withdrawn.v1': WhistleSnapshot & { lapsed: boolean };
  /** Fires when a long-term matter has been entered in the ledger. */
  'whistle.ledgered.v1': WhistleSnapshot & { entryId: string };
  /** Fires when the last milestone is done and the result waits to be verified. */
  'whistle.ledgerDelivered.v1': WhistleSnapshot & { entryId: string };
  /** Fires when what is unfinished at year end is carried over with new dates. */
  'whistle.carriedOver.v1': WhistleSnapshot & { entryId: string };
  /** Fires when a planned look-back has come due and somebody must go and see. */
  'lookBack.due.v1': WhistleSnapshot & { sequence: number };
  /** Fires when somebody has looked and reported; REBOUND names the new whistle. */
  'lookBack.reported.v1': WhistleSnapshot & { sequence: number; result: LookBackResult; reboundWhistleId?: string };
  /** Fires after the last look-back; nothing more happens to the matter. */
  'whistle.archived.v1': WhistleSnapshot;
}
