import type { LinkFailure, ScreeningStage, SubmissionChannel, SubmissionState } from '../submissions.js';

/** What every event of a submission says about it: no word of the sender, no contact, no tracking code. */
export interface SubmissionFact {
  submissionId: string;
  communityId: string;
  channel: SubmissionChannel;
  categoryCode?: string;
  qrPointId?: string;
  state: SubmissionState;
  version: number;
  /** When it must be screened. */
  dueAt: number;
  at: number;
}

/** Events of the topic `hsl.topics`, key = submission id. */
export interface SubmissionEventData {
  /** Fires when a resident's submission has come in; a liaison officer screens it. */
  'submission.received.v1': SubmissionFact & { enteredBy?: string };
  /** Fires when it was screened and stays open: answered by the office, or by the community it was handed to. */
  'submission.screened.v1': SubmissionFact & { screenedBy: string; handedToCommunity: boolean };
  /** Fires when it ended, which it does with a written answer only. */
  'submission.answered.v1': SubmissionFact & {
    answeredBy: string;
    topicId?: string;
    mergedInto?: string;
    whistleId?: string;
    /** With a whistle: SHA-256 of the tracking code, by which the sender follows and rates it there. */
    senderHash?: string;
  };
  /** Fires when more was told about an open one, by its sender or on the sender's behalf. */
  'submission.infoAdded.v1': SubmissionFact & { enteredBy?: string };
  /** Fires while nobody screens it: at half the time, at its end, and after it (key = `screening/<submission id>`). */
  'submission.screeningDue.v1': {
    submissionId: string;
    communityId: string;
    stage: ScreeningStage;
    dueAt: number;
    at: number;
  };
  /** Fires when its sender took it back. */
  'submission.withdrawn.v1': SubmissionFact;
  /**
   * Fires when a whistle named a submission that it could not be linked with (key = `link/<whistle id>`). One of another
   * community reads like one that does not exist.
   */
  'submission.linkFailed.v1': {
    /** As the whistle named it; it may be nobody's. */
    submissionId: string;
    whistleId: string;
    number: string;
    /** Of the whistle. */
    communityId: string;
    /** Who blew it, and hears of it. */
    namedBy: string;
    reasonCode: LinkFailure;
    at: number;
  };
}
