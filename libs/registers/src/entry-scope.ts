import type { Actor } from '@hsl/access/actor';
import type { Facts, ScopeFilter, Target } from '@hsl/access/target';
import type { Body } from './register.js';
import type { RegisterEntry } from './register-entry.js';

/** Who must not be the one who wrote it; for reading they do not matter. */
const SEPARATIONS = ['notAuthor', 'notSelf', 'notProposer', 'notRecorder'] as const;
const allBut = (isAnother: boolean): Facts => Object.fromEntries(SEPARATIONS.map((name) => [name, isAnother]));

/** Relations that a list can apply itself. */
export const APPLICABLE = [...SEPARATIONS, 'isLead', 'referredToDistrict'] as const;

type Owned = Pick<RegisterEntry, 'subdistrictId' | 'communityId' | 'departmentId' | 'memberId' | 'createdBy'>;

/** What the table of abilities may ask of an entry that is about to be. Who forgets to name a place has none. */
export const targetOfNew = (entry: Owned): Target => ({
  subdistrictId: entry.subdistrictId,
  ...(entry.communityId === null ? {} : { communityId: entry.communityId }),
  ...(entry.departmentId === null ? {} : { departmentIds: [entry.departmentId] }),
  ...(entry.memberId === null ? {} : { memberIds: [entry.memberId], about: entry.memberId }),
  createdBy: entry.createdBy,
});

/** The same of an entry that is there: one of nobody in particular is the whole subdistrict's. */
export const targetOf = (entry: Owned): Target => ({
  ...targetOfNew(entry),
  subdistrictWide: entry.communityId === null && entry.departmentId === null,
});

/** The same, with the members a fact of the entry assigns it to: who is invited may answer (S100). */
export function targetOfAssigned(entry: Owned & Pick<RegisterEntry, 'facts'>, assigned: string | undefined): Target {
  const target = targetOf(entry);
  const named = assigned === undefined ? undefined : entry.facts[assigned];
  if (!Array.isArray(named)) return target;
  return { ...target, memberIds: [...(target.memberIds ?? []), ...named.map(String)] };
}

/** What is known of the caller, of the entry, and of what is asked. */
export function factsOf(
  actor: Actor,
  entry: Pick<RegisterEntry, 'createdBy' | 'departmentId' | 'marks' | 'state'>,
  body: Body,
): Facts {
  const evidence = body['evidence'];
  return {
    ...allBut(entry.createdBy !== actor.userId),
    isLead: actor.posts.some(({ departmentId }) => departmentId !== undefined && departmentId === entry.departmentId),
    referredToDistrict: entry.marks.includes('referredToDistrict'),
    reasonGiven: typeof body['reason'] === 'string' && body['reason'].length > 0,
    evidenceGiven: Array.isArray(evidence) && evidence.length > 0,
    state: entry.state,
  };
}

/** What reading asks: whoever may act on an entry, whatever it takes then, may look at it. */
export const readingFacts = ({ marks }: Pick<RegisterEntry, 'marks'>): Facts => ({
  ...allBut(true),
  ...{ isLead: true, referredToDistrict: marks.includes('referredToDistrict'), reasonGiven: true, evidenceGiven: true },
});

/** What is known before there is an entry: nobody has done anything to it. */
export const birthFacts = (actor: Actor, body: Body): Facts => ({
  ...factsOf(actor, { createdBy: actor.userId, departmentId: null, marks: [], state: '' }, body),
  ...allBut(true),
});

/** One way into the list as SQL; `add` makes a value a parameter. */
function wayOf(scope: ScopeFilter, add: (value: unknown) => string): string {
  const { subdistrictId, communityIds, departmentIds, memberIds, userId, views, relations } = scope;
  const people = [
    ...(userId === undefined ? [] : [`created_by = ${add(userId)}`]),
    ...(memberIds === undefined ? [] : [`member_id = ANY(${add(memberIds)})`]),
  ];
  const wide = 'community_id IS NULL AND department_id IS NULL';
  const all = [
    ...(subdistrictId === undefined ? [] : [`subdistrict_id = ${add(subdistrictId)}`]),
    ...(communityIds === undefined ? [] : [`(community_id = ANY(${add(communityIds)}) OR ${wide})`]),
    ...(departmentIds === undefined ? [] : [`(department_id = ANY(${add(departmentIds)}) OR ${wide})`]),
    ...(people.length === 0 ? [] : [`(${people.join(' OR ')})`]),
    ...(views.includes('publishedOnly') ? [`'published' = ANY(marks)`] : []),
    ...(views.includes('released') ? [`'released' = ANY(marks)`] : []),
    ...(relations.includes('referredToDistrict') ? [`'referredToDistrict' = ANY(marks)`] : []),
  ];
  return all.length === 0 ? 'TRUE' : `(${all.join(' AND ')})`;
}

/** Any of the ways in; nothing at all for none. */
export const scopeSql = (scopes: readonly ScopeFilter[], add: (value: unknown) => string): string =>
  scopes.length === 0 ? 'FALSE' : `(${scopes.map((scope) => wayOf(scope, add)).join(' OR ')})`;
