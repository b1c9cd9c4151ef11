import type { ProblemCode } from '@hsl/contracts/problem-codes';

/**
 * What a condition of the abilities table is (docs/abilities.md): a relation refuses with 403 (404 if the object may not
 * even be known), a moment with 409, a duty of the request with 422; a view never refuses, it narrows the answer.
 */
export type ConditionKind = 'relation' | 'moment' | 'duty' | 'view';

export interface Condition {
  kind: ConditionKind;
  /** The code a refusal answers with; a view has none. */
  denial?: ProblemCode;
}

type Names = readonly string[];
const all = (names: Names, condition: Condition): [string, Condition][] => names.map((name) => [name, condition]);

/** Whoever did that earlier step may not judge it (principle 4). */
const SEPARATIONS = [
  'notSelf',
  'notProposer',
  'notConfirmer',
  'notRuler',
  'notAuthor',
  'notRecorder',
  'notConvener',
  'notGenerator',
  'notBlower',
  'notSelfResolver',
  'notEnteredBySelf',
  'notHandledOrEntered',
  'notHandlingDepartment',
] as const;

const CONFLICTS = ['noConflict', 'notComplainedOf', 'notParty'] as const;

/** Who the actor must be to the matter. */
const STANDINGS = [
  'isParty',
  'isLead',
  'isSupporting',
  'uploadedByOwnUnit',
  'invited',
  'signedIn',
  'postedHere',
  'noOtherWorker',
  'noOtherDeputyLeader',
  'headBlewOrAbsent',
  'consentGiven',
  'provenSender',
  'phoneConfirmed',
  'eligibleVoter',
  'accountKeeping',
] as const;

/** Without these the object does not exist for the actor. */
const KNOWN_ONLY_IF = ['referredToDistrict', 'trackingCode'] as const;

const MOMENTS = [
  'state',
  'whistleState',
  'grade',
  'level',
  'track',
  'days',
  'toLevel',
  'replyClass',
  'format',
  'extensionCount',
  'dissatisfiedCount',
  'openMatter',
  'withinLimit',
  'once',
  'oncePerPerson',
  'firstReturnOfUnit',
  'supportingDone',
  'flaggedInTime',
  'verifyOverdue',
  'bothRoundsMissed',
  'redCard',
  'proactive',
  'declineProposed',
  'withdrawProposed',
  'objectionOpen',
  'appealOpen',
  'answerDue',
  'answerGiven',
  'opinionAttached',
  'handedToCommunity',
  'openSession',
  'functionRoom',
] as const;

const DUTIES = [
  'datesGiven',
  'problemNamed',
  'outcomeGiven',
  'effectiveLater',
  'consentIfResident',
  'onBehalfOfSender',
] as const;

const VIEWS = [
  'withoutContacts',
  'withoutReporter',
  'withoutRater',
  'plainWords',
  'publishedOnly',
  'anonymised',
  'redacted',
  'released',
  'moderated',
  'ownUnitOrShared',
  'administrationEntries',
] as const;

/** Every condition the table may name. */
export const CONDITIONS: ReadonlyMap<string, Condition> = new Map([
  ...all(SEPARATIONS, { kind: 'relation', denial: 'separationOfDuties' }),
  ...all(CONFLICTS, { kind: 'relation', denial: 'conflictOfInterest' }),
  ...all(STANDINGS, { kind: 'relation', denial: 'roleNotAllowed' }),
  ...all(KNOWN_ONLY_IF, { kind: 'relation', denial: 'notFound' }),
  ...all(['keyScope'], { kind: 'relation', denial: 'keyScopeMissing' }),
  ...all(MOMENTS, { kind: 'moment', denial: 'wrongState' }),
  ...all(['reasonGiven'], { kind: 'duty', denial: 'reasonMissing' }),
  ...all(['evidenceGiven'], { kind: 'duty', denial: 'evidenceMissing' }),
  ...all(DUTIES, { kind: 'duty', denial: 'validationFailed' }),
  ...all(VIEWS, { kind: 'view' }),
]);
