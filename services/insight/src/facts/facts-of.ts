import { SNAPSHOT_EVENTS } from '@hsl/contracts/events/snapshot-events';
import type { WhistleSnapshot } from '@hsl/contracts/events/whistle-snapshot';
import { checkInFacts } from './check-in-facts.js';
import type { CaseFact, Fact } from './fact.js';
import { CaseFile, type Moment } from './moment.js';
import { proposalFacts } from './proposal-facts.js';
import { coverageFacts, suggestionFacts, thematicFacts } from './session-facts.js';
import { taskFacts } from './task-facts.js';
import { whistleFacts } from './whistle-facts.js';

/**
 * Everything that figures count in one case, out of all that is known of it. Whatever came before its whistle waits for
 * it: category and grade are the whistle's to say.
 */
export function factsOf(moments: readonly Moment[]): Fact[] {
  const file = new CaseFile(moments);
  const snapshots = file.all(...SNAPSHOT_EVENTS);
  const snapshot = snapshots.reduce<WhistleSnapshot | undefined>(
    (newest, one) => (newest === undefined || one.version >= newest.version ? one : newest),
    undefined,
  );
  const standing = [proposalFacts, thematicFacts, suggestionFacts, coverageFacts];
  const alone = standing.flatMap((facts) => facts(file)).map((fact) => placed(fact, undefined));
  if (!snapshot) return onceEach(alone);
  const facts = [...whistleFacts(file, snapshot), ...taskFacts(file, snapshot), ...checkInFacts(file, snapshot)];
  return onceEach([...alone, ...facts.map((fact) => placed(fact, snapshot))]);
}

/** A process that died may have told a thing twice over; it counts once, as it was told last (decision 0008). */
const onceEach = (facts: readonly Fact[]): Fact[] => [
  ...new Map(facts.map((fact) => [`${fact.kind} ${fact.item}`, fact])).values(),
];

/** Department and member are the fact's own, else the whistle's lead and first member. */
function placed(fact: CaseFact, snapshot: WhistleSnapshot | undefined): Fact {
  // One plain literal: this is made several times for every event, and spreading costs ten times as much.
  return {
    kind: fact.kind,
    item: fact.item ?? '',
    at: fact.at,
    score: fact.score,
    hours: fact.hours,
    leftOut: fact.leftOut,
    department: fact.department ?? snapshot?.leadDepartmentId ?? '',
    community: fact.community ?? snapshot?.communityId ?? '',
    member: fact.member ?? snapshot?.memberIds[0] ?? '',
    category: snapshot?.categoryCode ?? '',
    grade: snapshot?.grade ?? '',
    number: snapshot?.number,
  };
}
