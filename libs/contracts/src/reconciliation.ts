/** What the daily reconciliation may find (domain 4.6). */
export const FINDING_KINDS = [
  /** An open row whose workflow is unknown to the server. */
  'neverStarted',
  /** An open row whose workflow has ended, was terminated or failed. */
  'closed',
  /** A running workflow whose row says that the matter has ended. */
  'endedButRuns',
  /** A running workflow without a row. */
  'rowMissing',
  /** Row and workflow name another state or version. */
  'differs',
  /** The workflow does not answer: no worker can replay it. */
  'unanswered',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Processes that a matter has at work, each with an owner of its own. */
export const SUB_PROCESSES = ['checkIn', 'task', 'ledgerEntry'] as const;
export type SubProcess = (typeof SUB_PROCESSES)[number];

/** One difference; states and versions as each side names them. */
export interface Finding {
  whistleId: string;
  /** What of the matter it is about; the whistle itself if absent. */
  process?: { kind: SubProcess; id: string };
  kind: FindingKind;
  /** True when it was put right; a person must look at all others. */
  isRepaired: boolean;
  row?: { state: string; version: number };
  workflow?: { state: string; version: number };
}

/** A report keeps this many findings; its counts are of all. */
export const MOST_FINDINGS = 200;
