import type { LookBackResult } from '../states.js';
import type { WhistleKind } from '../grades.js';
import type { WhistleSnapshot } from './whistle-snapshot.js';

/** Events of the topic `hsl.whistles`; each says when it fires. */
export interface WhistleEventData {
  /** Fires when a community worker's whistle has been stored, before any workflow runs. */
  'whistle.blown.v1': WhistleSnapshot & { kind: WhistleKind; blownBy: string; reboundOf?: string };
  /** Fires when a liaison officer has accepted it (or the clock did) and members are being asked. */
  'whistle.accepted.v1': WhistleSnapshot & { auto: boolean };
  /** Fires when the first member has checked in, or the liaison officer stepped in for silent ones. */
  'whistle.checkedIn.v1': WhistleSnapshot & { substituted: boolean };
  /** Fires when the departments have been named and their tasks are on the way. */
  'whistle.dispatched.v1': WhistleSnapshot;
  /** Fires when every department has fed back and the result waits to be verified. */
  'whistle.feedbackSubmitted.v1': WhistleSnapshot;
  /** Fires when member and community both found the work done. */
  'whistle.verified.v1': WhistleSnapshot;
  /** Fires when the check on the spot found the work not done; the lead gets half the time. */
  'whistle.verificationFailed.v1': WhistleSnapshot & { leadTaskId: string };
  /** Fires when the resident (or the community, for a proactive matter) was asked and has answered. */
  'revisit.done.v1': WhistleSnapshot & {
    satisfaction: 'satisfied' | 'basic' | 'dissatisfied';
    solved: 'yes' | 'partly' | 'no';
  };
  /** Fires when the matter is concluded; its look-backs are planned from this instant. */
  'whistle.concluded.v1': WhistleSnapshot & { lookBacksDueAt: number[] };
  /** Fires when a planned look-back has come due and somebody must go and see. */
  'lookBack.due.v1': WhistleSnapshot & { sequence: number };
  /** Fires when somebody has looked and reported; REBOUND names the new whistle. */
  'lookBack.reported.v1': WhistleSnapshot & { sequence: number; result: LookBackResult; reboundWhistleId?: string };
  /** Fires after the last look-back; nothing more happens to the matter. */
  'whistle.archived.v1': WhistleSnapshot;
}
