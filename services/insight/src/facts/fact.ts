import type { Instant } from '@hsl/contracts/instants';

/** What figures count, each kind with when it counts (`at`) and what makes its score. Scores are 1 or 0 unless said. */
export const FACT_KINDS = {
  blown: 'A whistle, when it was blown; 1 if it was accepted later',
  ownFinding: 'A whistle, when it was blown; 1 if a visit, a tour or a look-back found it',
  response: 'A whistle, when its lead had to acknowledge; 1 if that and the first contact were on time',
  acknowledgement: 'A task, when it had to be acknowledged; 1 if on time',
  checkIn: 'A member asked, when the check-in was due; 1 if that member came forward on time',
  feedback: 'A round of a task, when its (extended) deadline was; 1 if fed back by then',
  evidence: 'A feedback, when it came; 1 if it shows evidence',
  photographed: 'The same, 1 if a file shows it',
  extension: 'The same, 1 if the deadline was extended',
  conclusion: 'A whistle, when it was accepted; 1 if it is concluded',
  ledgering: 'A whistle, when it was accepted; 1 if it was entered in the ledger',
  repeat: 'A whistle, when it was accepted; 1 if it repeats one concluded in the 90 days before',
  solved: 'A valid revisit, when it was done; yes 1, partly 0.5, no 0',
  satisfied: 'A valid revisit, when it was done; satisfied 1, basic 0.9, dissatisfied 0',
  validRevisit: 'A revisit that ended; 1 if the resident answered',
  unreached: 'A revisit that ended; 1 if nobody was reached',
  rebound: 'A look-back done; 1 if the trouble had come back',
  milestone: 'A milestone, when it was done or first missed; 1 if on its date',
  taskReturn: 'A task, when it was dispatched; how often its department asked to return it',
  refusedReturn: 'A return asked for; 1 if it was refused',
  reassigned: 'A task, when it was dispatched; 1 if it went on to another unit',
  rating: 'A task that its community rated, when it last did; 1 to 5',
  penalty: 'A card or order against a department: yellow 1, red 3, supervise order 5',
  acceptHours: 'A whistle accepted; hours since it was blown',
  acknowledgeHours: 'A task acknowledged; hours since its dispatch',
  feedbackHours: 'A round of a task fed back; hours since dispatch or rework',
  wholeHours: 'A whistle concluded; hours since it was blown',
  session: 'A session held',
  thematicSession: 'A thematic session held',
  participants: 'A thematic session held; how many attended',
  attendance: 'Any session held of which it was told; how many attended',
  tookPart: 'A member or expert who came: checked in on a matter, or sat in a session',
  departmentTook: 'A department that took part: fed back, or signed in at a session',
  resolved: 'A whistle, when it was concluded as resolved',
  departmentCame: 'A department that signed in at a session held',
  communityTalked: 'A community of which a session was held',
  converted: 'The last sitting of a session; 1 if its outcome has become something',
  suggestion: 'A suggestion decided on; 1 if adopted',
  coverageGap: 'A community that began to lack something of 1+2+N, 1; or ceased to, -1',
  consensus: 'The last sitting of a session; 1 if it came to a consensus',
  reply: 'A proposal, when its reply was due; 1 if replied on time',
  meeting: 'A proposal replied to; 1 if a meeting was recorded before',
  proposalRating: 'A returned form of a proposal; 1 if satisfied or basically satisfied',
  proposalForm: 'A form of a proposal whose fate is known; 1 if it was returned',
  classA: 'A proposal replied to; 1 if solved',
  classB: 'A proposal replied to; 1 if being solved or planned',
  classC: 'A proposal replied to; 1 if it cannot be solved now',
  classD: 'A proposal replied to; 1 if taken for reference',
  promise: 'What a reply of class B promised, when it was due or kept before; 1 if a reply of class A came by then',
} as const;
export type FactKind = keyof typeof FACT_KINDS;

/** What a fact can be cut by. */
export const DIMENSIONS = ['department', 'community', 'member', 'category', 'grade'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One thing that figures count. A dimension that says nothing of it is an empty text. */
export interface Fact extends Record<Dimension, string> {
  kind: FactKind;
  /** Which one of its kind within the case. */
  item: string;
  at: Instant;
  score: number;
  /** Working hours it took. */
  hours?: number;
  /** Why it is not counted. */
  leftOut?: LeftOut;
  /** Of the whistle. */
  number?: string;
}

export type LeftOut = 'MERGED' | 'WITHDRAWN' | 'NOT_ACCEPTED' | 'ledgered' | 'stopped' | 'dismissed';

/** A fact before its case has said of what, by default, it is. */
export type CaseFact = Pick<Fact, 'kind' | 'at' | 'score'> &
  Partial<Pick<Fact, 'item' | 'hours' | 'leftOut' | 'department' | 'member' | 'community'>>;
