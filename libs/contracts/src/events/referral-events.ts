import type { Step } from '../steps.js';

/** Events of the topic `hsl.whistles` about late steps that went up to the district, key = `referral/<id>`. */
export interface ReferralEventData {
  /** Fires when the district has answered a referral (domain 4.4 rung 6), which it does once. */
  'referral.answered.v1': {
    referralId: string;
    whistleId: string;
    number: string;
    communityId: string;
    /** The step that was late. */
    step: Step;
    /** Department or member whose step it was; absent where a role was waited for. */
    departmentId?: string;
    memberId?: string;
    answeredBy: string;
    at: number;
  };
}
