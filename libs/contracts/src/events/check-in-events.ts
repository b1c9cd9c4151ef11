/** What every event of a check-in says about it. */
export interface CheckInFact {
  checkInId: string;
  whistleId: string;
  number: string;
  communityId: string;
  memberId: string;
  round: 1 | 2;
  dueAt: number;
  at: number;
}

/** Events of the topic `hsl.members`, key = check-in id. */
export interface CheckInEventData {
  /** Fires when a member has been picked and asked to check in. */
  'checkIn.requested.v1': CheckInFact;
  /** Fires when the member said "I am coming". */
  'checkIn.confirmed.v1': CheckInFact;
  /** Fires when the member declined with a reason; the next member is asked at once. */
  'checkIn.declined.v1': CheckInFact & { reasonCode: string };
  /** Fires when a member stayed silent until the deadline. */
  'checkIn.missed.v1': CheckInFact;
  /** Fires when both rounds stayed silent and the liaison officer stands in; memberId is the one replaced. */
  'checkIn.substituted.v1': CheckInFact;
  /** Fires when the matter was withdrawn or merged: the member need not come. */
  'checkIn.dismissed.v1': CheckInFact;
}
