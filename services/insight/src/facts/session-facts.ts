import type { SessionOutcome } from '@hsl/contracts/states';
import type { CaseFact, FactKind } from './fact.js';
import { type CaseFile } from './moment.js';

/** One sitting, whatever it was about. */
interface Sitting {
  sessionId: string;
  round: number;
  at: number;
  outcome: SessionOutcome;
  isLast: boolean;
  attendance?: number;
  departmentIds?: readonly string[];
  /** Whose session it is. */
  memberIds?: readonly string[];
  membersPresent?: readonly string[];
  expertsPresent?: readonly string[];
}

/** Sessions on a matter; community and department are the matter's. */
export const matterSessionFacts = (file: CaseFile): CaseFact[] =>
  file.all('session.held.v1').flatMap((held) => sittingFacts(file, held, [held.communityId]));

/** Thematic sessions stand alone; one over several communities counts for the first, and covers all of them. */
export const thematicFacts = (file: CaseFile): CaseFact[] =>
  file.all('session.thematicHeld.v1').flatMap((held): CaseFact[] => {
    const communities = [
      ...new Set([...(held.communityId === undefined ? [] : [held.communityId]), ...held.communityIds]),
    ];
    const facts = sittingFacts(file, held, communities);
    const { attendance } = held;
    const sitting = facts[0]!;
    return [...facts, { ...sitting, kind: 'thematicSession' }, { ...sitting, kind: 'participants', score: attendance }];
  });

/** The sitting itself comes first. */
function sittingFacts(file: CaseFile, held: Sitting, communities: readonly string[]): CaseFact[] {
  const { sessionId, round, at, outcome, isLast, attendance, departmentIds = [] } = held;
  const sitting = { item: `${sessionId}/${round}`, at, community: communities[0] ?? '' };
  const ended = { item: sessionId, at, community: sitting.community };
  const isConverted = file.all('session.linked.v1').some((linked) => linked.sessionId === sessionId);
  return [
    { kind: 'session', ...sitting, score: 1 },
    ...(attendance === undefined ? [] : [{ kind: 'attendance', ...sitting, score: attendance } as const]),
    ...departmentIds.map((department): CaseFact => ({
      ...{ kind: 'departmentCame', ...sitting, item: `${sitting.item}/${department}`, department, score: 1 },
    })),
    ...peopleFacts(held, sitting),
    ...communities.map((community): CaseFact => ({
      ...{ kind: 'communityTalked', ...sitting, item: `${sitting.item}/${community}`, community, score: 1 },
    })),
    ...(isLast
      ? ([
          { kind: 'consensus', ...ended, score: outcome === 'consensus' ? 1 : 0 },
          { kind: 'converted', ...ended, score: isConverted ? 1 : 0 },
        ] as const)
      : []),
  ];
}

/** S67, S69: each of those who were there, by name of member, account of expert, or department. */
function peopleFacts(held: Sitting, sitting: Pick<CaseFact, 'item' | 'at' | 'community'>): CaseFact[] {
  const { memberIds = [], membersPresent = [], expertsPresent = [], departmentIds = [] } = held;
  const people = new Set([...memberIds, ...membersPresent, ...expertsPresent]);
  const one = (kind: FactKind, id: string): CaseFact => ({ ...sitting, kind, item: `${sitting.item}/${id}`, score: 1 });
  return [
    ...[...people].map((member) => ({ ...one('tookPart', member), member })),
    ...departmentIds.map((department) => ({ ...one('departmentTook', department), department })),
  ];
}

/** S5: what was decided on, by the day of the decision. */
export const suggestionFacts = (file: CaseFile): CaseFact[] =>
  file
    .all('register.changed.v1')
    .filter(({ step }) => step === 'decide')
    .map(({ entryId, at, state, communityId = '' }) => ({
      ...{ kind: 'suggestion', item: entryId, at, community: communityId, score: state === 'ADOPTED' ? 1 : 0 },
    }));

/** S27: only where a gap opens or closes; what a community lacks may change meanwhile. */
export function coverageFacts(file: CaseFile): CaseFact[] {
  let isOpen = false;
  return file.all('coverage.breached.v1', 'coverage.cured.v1').flatMap((told): CaseFact[] => {
    const isLacking = told.missingMembers + told.missingGroups > 0;
    if (isLacking === isOpen) return [];
    isOpen = isLacking;
    const { at, communityId: community } = told;
    return [{ kind: 'coverageGap', item: String(at), at, community, score: isLacking ? 1 : -1 }];
  });
}
