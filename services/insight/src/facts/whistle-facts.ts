import type { Instant } from '@hsl/contracts/instants';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import type { CaseFact, FactKind, LeftOut } from './fact.js';
import { groupedBy, type CaseFile } from './moment.js';
import { matterSessionFacts } from './session-facts.js';
import { workingHoursBetween } from './working-hours.js';

/** States in which a matter's own end is reached with a result. */
const CONCLUDED_STATES: readonly string[] = ['CONCLUDED', 'LOOKING_BACK', 'ARCHIVED'];
const UNCOUNTED_STATES: readonly string[] = ['MERGED', 'WITHDRAWN', 'NOT_ACCEPTED'];
const PENALTIES = { 'card.yellow.v1': 1, 'card.red.v1': 3, 'order.issued.v1': 5 } as const;
const SOLVED = { yes: 1, partly: 0.5, no: 0 } as const;
const SATISFIED = { satisfied: 1, basic: 0.9, dissatisfied: 0 } as const;

const oneIf = (condition: boolean): 0 | 1 => (condition ? 1 : 0);

/** Matters that are left out of every figure unless it says otherwise (domain 5.1). */
export const leftOutBy = ({ state }: WhistleSnapshot): LeftOut | undefined =>
  UNCOUNTED_STATES.includes(state) ? (state as LeftOut) : undefined;

/** What the whistle's own road gives figures to count. */
export function whistleFacts(file: CaseFile, snapshot: WhistleSnapshot): CaseFact[] {
  const leftOut = leftOutBy(snapshot);
  const counted = [
    ...sinceAccepted(file, snapshot),
    ...concluded(file, snapshot.blownAt),
    ...resolved(file, snapshot),
    ...revisits(file),
    ...lookBacks(file),
    ...milestones(file),
    ...matterSessionFacts(file),
  ];
  return [
    ...born(file, snapshot),
    ...counted.map((fact) => (leftOut === undefined ? fact : { ...fact, leftOut })),
    ...penalties(file),
  ];
}

/** Blown and not accepted counts too: that is what the share of valid whistles is about. */
function born(file: CaseFile, snapshot: WhistleSnapshot): CaseFact[] {
  const at = snapshot.blownAt;
  const isAccepted = file.first('whistle.accepted.v1') !== undefined;
  const leftOut = snapshot.state === 'NOT_ACCEPTED' ? undefined : leftOutBy(snapshot);
  const own = file.all('whistle.blown.v1').some((blown) => (blown.reboundOf ?? blown.origin) !== undefined);
  return [
    { kind: 'blown', at, score: oneIf(isAccepted), leftOut },
    { kind: 'ownFinding', at, score: oneIf(own), leftOut: leftOutBy(snapshot) },
  ];
}

function sinceAccepted(file: CaseFile, { state, blownAt }: WhistleSnapshot): CaseFact[] {
  const accepted = file.first('whistle.accepted.v1');
  if (!accepted) return [];
  const { at } = accepted;
  const share = (kind: FactKind, isSo: boolean): CaseFact => ({ kind, at, score: oneIf(isSo) });
  return [
    share('conclusion', CONCLUDED_STATES.includes(state)),
    share('ledgering', file.first('whistle.ledgered.v1') !== undefined),
    share('repeat', file.first('whistle.repeatLinked.v1') !== undefined),
    { kind: 'acceptHours', at, score: 1, hours: workingHoursBetween(blownAt, at) },
  ];
}

/** The first conclusion: what a reopening adds is another round, not a longer first one. */
function concluded(file: CaseFile, blownAt: Instant): CaseFact[] {
  const end = file.first('whistle.concluded.v1');
  return end ? [{ kind: 'wholeHours', at: end.at, score: 1, hours: workingHoursBetween(blownAt, end.at) }] : [];
}

/** S71: by its last conclusion; what was reopened is not resolved until it is concluded again. */
function resolved(file: CaseFile, { state }: WhistleSnapshot): CaseFact[] {
  const end = file.all('whistle.concluded.v1').at(-1);
  if (end?.outcome !== 'resolved' || !CONCLUDED_STATES.includes(state)) return [];
  return [{ kind: 'resolved', at: end.at, score: 1 }];
}

function revisits(file: CaseFile): CaseFact[] {
  const done = file.all('revisit.done.v1').flatMap(({ at, version, solved, satisfaction }): CaseFact[] => [
    { kind: 'solved', item: String(version), at, score: SOLVED[solved] },
    { kind: 'satisfied', item: String(version), at, score: SATISFIED[satisfaction] },
    { kind: 'validRevisit', item: String(version), at, score: 1 },
    { kind: 'unreached', item: String(version), at, score: 0 },
  ]);
  const missed = file.all('revisit.unreached.v1').flatMap(({ at, version }): CaseFact[] => [
    { kind: 'validRevisit', item: String(version), at, score: 0 },
    { kind: 'unreached', item: String(version), at, score: 1 },
  ]);
  return [...done, ...missed];
}

const lookBacks = (file: CaseFile): CaseFact[] =>
  file.all('lookBack.reported.v1').map(({ at, version, result }) => ({
    ...{ kind: 'rebound', item: String(version), at },
    score: oneIf(result === 'REBOUND'),
  }));

/** One milestone is one promise, however often it slipped before it was done. */
function milestones(file: CaseFile): CaseFact[] {
  const told = file.all('ledger.milestoneDone.v1', 'ledger.milestoneSlipped.v1');
  return groupedBy(told, ({ milestoneId }) => milestoneId).map(([first]) => ({
    ...{ kind: 'milestone', item: first!.milestoneId, at: first!.at, department: first!.departmentId },
    score: oneIf('onTime' in first! && first.onTime),
  }));
}

/** Cards stay counted whatever becomes of the matter: the time was missed all the same. */
const penalties = (file: CaseFile): CaseFact[] =>
  (Object.keys(PENALTIES) as (keyof typeof PENALTIES)[]).flatMap((type) =>
    file
      .all(type)
      .filter(({ departmentId }) => departmentId !== undefined)
      .map(({ departmentId, taskId, step, dueAt, at }) => ({
        ...{ kind: 'penalty', item: [taskId ?? departmentId, step, dueAt, type].join('/'), at },
        ...{ department: departmentId, score: PENALTIES[type] },
      })),
  );
