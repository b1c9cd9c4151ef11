import type { Instant } from './instants.js';
import type { TaskQueue } from './workflow-ids.js';

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
  /** A matter on the ledger whose entry has ended: no milestone will come, and no clock runs. */
  'entryEnded',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What a person does about a difference that was not put right. */
const REMEDIES: Readonly<Record<FindingKind, { zh: string; en: string }>> = {
  neverStarted: {
    zh: '流程记录已经没有了：由社区负责人撤回，再重新吹哨，并关联为重复事项。',
    en: 'Its history is gone: the head of the community withdraws it, blows again, and links the two as a repeat.',
  },
  closed: {
    zh: '流程中断在半途：查服务器上的流程历史，能续的由管理员续上，不能的撤回后重新吹哨。',
    en: 'It broke off in mid-road: look at its history on the server; what cannot go on is withdrawn and blown again.',
  },
  endedButRuns: {
    zh: '记录说已结束，流程还在走：以流程历史为准，核对后终止流程。',
    en: 'Its row has ended and its workflow runs: compare with the history, then terminate the workflow.',
  },
  rowMissing: {
    zh: '流程没有对应的记录：从备份找回记录；找不回的，终止流程。',
    en: 'A workflow without a row: restore the row from the backup, or terminate the workflow.',
  },
  differs: {
    zh: '记录和流程不一致：下一步办理会写上新的记录；一直不一致的，从备份核对。',
    en: 'Row and workflow differ: the next step writes the row anew; if it stays, compare with the backup.',
  },
  unanswered: {
    zh: '流程没有应答：看该服务的日志，多半是新版本不能接着走旧流程，退回旧版本。',
    en: 'It did not answer: read the log of its service; most likely the new version cannot go on, so roll it back.',
  },
  entryEnded: {
    zh: '台账条目已经结束，这件事却还挂在台账上，不会再有节点：由社区负责人撤回，再重新吹哨，并关联为重复事项。',
    en: 'Its entry has ended while it is on the ledger: the head of the community withdraws it, blows again, and links the two as a repeat.',
  },
};

/** Processes that a matter has at work, each with an owner of its own, and those that belong to no matter. */
export const SUB_PROCESSES = ['checkIn', 'task', 'ledgerEntry', 'session', 'proposal', 'screening'] as const;
export type SubProcess = (typeof SUB_PROCESSES)[number];

const UNFINISHED_PROPOSAL = {
  zh: '记录不够续上流程：核对提案的历史和它所依规则的版本，补齐后次日自动续上；补不齐的，请提案人重新提交。',
  en: 'Its records do not say enough to go on: compare it with its history and the version of its rules. Once they do, it goes on the next night; otherwise its author submits it again.',
};
const UNTIMED_SCREENING = {
  zh: '筛查时限找不回来了：由社区联络员当天筛查、书面答复，不再等提醒。',
  en: 'The clock of its screening cannot be found again: a liaison officer screens and answers it today, without a reminder.',
};

/** What is done about a process that ends nothing else with it. */
const REMEDIES_OF: Partial<Record<SubProcess, Partial<typeof REMEDIES>>> = {
  proposal: { neverStarted: UNFINISHED_PROPOSAL, closed: UNFINISHED_PROPOSAL },
  screening: { neverStarted: UNTIMED_SCREENING, closed: UNTIMED_SCREENING },
};

/** Undefined for a kind that an older version found and this one no longer names. */
export const remedyOf = ({ kind, process }: Finding): { zh: string; en: string } | undefined =>
  (process && REMEDIES_OF[process.kind]?.[kind]) ?? REMEDIES[kind];

/** One difference; states and versions as each side names them. */
export interface Finding {
  /** Absent for what belongs to no matter. */
  whistleId?: string;
  /** What of the matter it is about; the whistle itself if absent. */
  process?: { kind: SubProcess; id: string };
  kind: FindingKind;
  /** True when it was put right; a person must look at all others. */
  isRepaired: boolean;
  row?: { state: string; version: number };
  workflow?: { state: string; version: number };
}

/**
 * What a reconciliation looks at, one part after the other: open rows first, and of the whistles' owner then all running
 * workflows, the open entries of the ledger, and the census for the projections; of the topics' owner the sessions that broke
 * off without an open row, the proposals and the clocks of screenings.
 */
export type ReconciledPart = 'rows' | 'workflows' | 'ledger' | 'census' | 'brokenSessions' | 'proposals' | 'screenings';

/** Where a reconciliation goes on. */
export interface Place {
  part: ReconciledPart;
  /** The last row's id, or the server's token; absent at the start of a part. */
  after?: string;
}

export interface PageFound {
  checked: number;
  findings: Finding[];
  /** Absent after the last page of the last part. */
  next?: Place;
}

/** What a reconciliation of a subdistrict came to, as its owner hands it in. */
export interface ReconciliationFound {
  /** Names this reconciliation: the same report is kept once, however often it is handed in. */
  roundId: string;
  subdistrictId: string;
  /** The service whose rows were compared; the whistles' if absent. */
  owner?: TaskQueue;
  startedAt: Instant;
  finishedAt: Instant;
  checked: number;
  repaired: number;
  reported: number;
  findings: Finding[];
}

/** A report keeps this many findings; its counts are of all. */
export const MOST_FINDINGS = 200;
