import type { Actor } from '@hsl/access/actor';
import type { CoordinationPlan, WriteCoordinationPlan } from '@hsl/contracts/schemas/coordination-plans';
import type { PartyKind } from '@hsl/contracts/topics';

export type Party = CoordinationPlan['parties'][number];
export type PartyName = Pick<Party, 'kind' | 'partyId'>;

const isSame = (one: PartyName, other: PartyName): boolean => one.kind === other.kind && one.partyId === other.partyId;

/** Parties as written now: who is held to the same as before stays signed, everybody else signs anew (S106). */
export function rewritten(before: readonly Party[], now: WriteCoordinationPlan['parties']): Party[] {
  return now.map((party) => {
    const old = before.find((one) => isSame(one, party));
    const isUnchanged = old?.contribution === party.contribution && old.agreedOn === party.agreedOn;
    return isUnchanged ? old : party;
  });
}

export const partyOf = (parties: readonly Party[], name: PartyName): Party | undefined =>
  parties.find((one) => isSame(one, name));

/** Whether the plan says of a party what was read of it; what was not said is not asked. */
export const isHeldTo = (party: Party, read: Partial<Pick<Party, 'contribution' | 'agreedOn'>>): boolean =>
  (read.contribution ?? party.contribution) === party.contribution &&
  (read.agreedOn ?? party.agreedOn) === party.agreedOn;

export const signed = (parties: readonly Party[], name: PartyName, signedBy: string, signedAt: string): Party[] =>
  parties.map((one) => (isSame(one, name) ? { ...one, signedBy, signedAt } : one));

export const planStateOf = (parties: readonly Party[]): CoordinationPlan['state'] =>
  parties.every(({ signedAt }) => signedAt !== undefined) ? 'AGREED' : 'OPEN';

/** Ids of the parties of a kind, in the order written; the first department leads. */
export const idsOf = (parties: readonly PartyName[], kind: PartyKind): string[] =>
  parties.filter((party) => party.kind === kind).map(({ partyId }) => partyId);

/** As its row holds them. */
export const partiesOf = ({ parties }: { parties: unknown }): Party[] => parties as Party[];
export const departmentsOf = (plan: { parties: unknown }): string[] => idsOf(partiesOf(plan), 'department');

export const isOfUnit = ({ posts }: Pick<Actor, 'posts'>, departmentIds: readonly string[]): boolean =>
  posts.some(({ departmentId }) => departmentId !== undefined && departmentIds.includes(departmentId));
