import type { CoordinationPlan, WriteCoordinationPlan } from '@hsl/contracts/schemas/coordination-plans';
import { PARTY_KINDS } from '@hsl/contracts/topics';
import type { ActionForm, Field, Typed } from '../actions/action-form.js';

export type Party = CoordinationPlan['parties'][number];
type Plan = Pick<CoordinationPlan, 'version' | 'parties'>;
type Part = WriteCoordinationPlan['parties'][number];

const PATH = 'coordination-plan';

const PART_FIELDS: readonly Field[] = [
  {
    name: 'kind',
    label: 'field.partyKind',
    kind: 'choice',
    codes: PARTY_KINDS,
    words: 'partyKind',
    initial: 'community',
  },
  ...PARTY_KINDS.map((kind): Field => ({
    ...{ name: `${kind}Id`, kind },
    onlyWith: { field: 'kind', codes: [kind] },
  })),
  { name: 'contribution', kind: 'text', maxLength: 500 },
  { name: 'agreedOn', kind: 'plainDay' },
];
const LEAD_FIELDS: readonly Field[] = [
  { name: 'leadDepartmentId', kind: 'department' },
  { name: 'leadContribution', kind: 'text', maxLength: 500 },
  { name: 'leadAgreedOn', kind: 'plainDay' },
];

const partOf = (typed: Typed): Part => ({
  ...{ kind: typed['kind'] as Part['kind'], partyId: String(typed[`${String(typed['kind'])}Id`]) },
  ...{ contribution: String(typed['contribution']), agreedOn: String(typed['agreedOn']) },
});
const leadOf = (typed: Typed): Part => ({
  ...{ kind: 'department', partyId: String(typed['leadDepartmentId']) },
  ...{ contribution: String(typed['leadContribution']), agreedOn: String(typed['leadAgreedOn']) },
});

const written = ({ kind, partyId, contribution, agreedOn }: Part): Part => ({ kind, partyId, contribution, agreedOn });
const isSame = (one: Pick<Part, 'kind' | 'partyId'>, other: Pick<Part, 'kind' | 'partyId'>): boolean =>
  one.kind === other.kind && one.partyId === other.partyId;

/** The service is told the whole plan; who is held to the same as before stays signed. */
const saying = (
  seen: number,
  parties: (typed: Typed) => readonly Part[],
  fields: readonly Field[] = [],
): ActionForm => ({
  ...{ path: PATH, fields, seen },
  toBody: (typed) => ({ parties: parties(typed).map(written) }),
});

/** Two begin a plan: the unit that leads, and who brings something beside it. */
export const BEGIN = saying(0, (typed) => [leadOf(typed), partOf(typed)], [...LEAD_FIELDS, ...PART_FIELDS]);

/** One more party, or another part for one that is there, in its place. */
export const withPart = ({ version, parties }: Plan): ActionForm =>
  saying(
    version,
    (typed) => {
      const part = partOf(typed);
      const isThere = parties.some((one) => isSame(one, part));
      return isThere ? parties.map((one) => (isSame(one, part) ? part : one)) : [...parties, part];
    },
    PART_FIELDS,
  );

export const without = ({ version, parties }: Plan, party: Party): ActionForm =>
  saying(version, () => parties.filter((one) => !isSame(one, party)));

/** What is read on the page is what is signed. */
export const signFor = (party: Party): ActionForm => ({
  ...{ path: `${PATH}/signatures`, fields: [], fixed: written(party) },
});
