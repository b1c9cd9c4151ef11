/** Events of the topic `hsl.topics`, key = request id. */
export interface ErasureEventData {
  /** Fires when a deputy leader granted somebody's wish to be forgotten: each owner forgets how that person is reached. */
  'personalData.erased.v1': {
    requestId: string;
    subject: 'resident' | 'member';
    /** Of a member. */
    userId?: string;
    /** Of a resident. */
    submissionIds: string[];
    at: number;
  };
}
