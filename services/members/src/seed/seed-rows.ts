import { EXPERT_FIELDS, MEMBERS, NAMES } from './people.js';

export interface MemberSeedRow {
  id: string;
  name: string;
  sector: string;
  skills: readonly string[];
  term: string;
  level: string;
  communityIds: string[];
}

export interface ExpertSeedRow {
  id: string;
  name: string;
  field: string;
}

const TERM = '2021-2026';
/** Communities 13 and 14 are second postings of these members (domain §6): 14 × 2 seats for 24 members. */
const SECOND_POSTINGS: Readonly<Record<number, number>> = { 1: 13, 3: 13, 5: 14, 7: 14 };

export const SEEDED_SUBDISTRICTS = ['zx', 'ys'] as const;

const two = (n: number): string => String(n).padStart(2, '0');

/** Community i = 1…12 has the members 2i−1 and 2i; some have a second one. */
function communitiesOf(n: number): number[] {
  const second = SECOND_POSTINGS[n];
  return [Math.ceil(n / 2), ...(second === undefined ? [] : [second])];
}

/** M01 to M24 of a subdistrict, with the communities they speak for. */
export function memberRows(subdistrictId: string): MemberSeedRow[] {
  const tenant = subdistrictId.toUpperCase();
  return MEMBERS.map((member, index) => ({
    ...member,
    id: `${tenant}-M${two(index + 1)}`,
    name: nameOf(subdistrictId, index),
    term: TERM,
    communityIds: communitiesOf(index + 1).map((n) => `${tenant}${two(n)}`),
  }));
}

export interface GroupSeedRow {
  communityId: string;
  domain: string;
  title: string;
}

/** Fields of people, in turn over the fourteen communities; one group each, so that none begins with an alert (S27). */
const GROUP_DOMAINS = ['物业', '楼组长', '沿街商户', '老年人', '志愿者', '青少年', '双报到党员'];
const COMMUNITIES = 14;

/** One group with a stake for each community of a subdistrict. */
export function groupRows(subdistrictId: string): GroupSeedRow[] {
  return Array.from({ length: COMMUNITIES }, (_, index) => {
    const domain = GROUP_DOMAINS[index % GROUP_DOMAINS.length]!;
    return { communityId: `${subdistrictId.toUpperCase()}${two(index + 1)}`, domain, title: `${domain}代表` };
  });
}

/** The eight experts of a subdistrict. */
export function expertRows(subdistrictId: string): ExpertSeedRow[] {
  return EXPERT_FIELDS.map((field, index) => ({
    id: `${subdistrictId.toUpperCase()}-X${two(index + 1)}`,
    name: nameOf(subdistrictId, MEMBERS.length + index),
    field,
  }));
}

/** @throws RangeError for a subdistrict that has no people in the seed */
function nameOf(subdistrictId: string, index: number): string {
  const name = NAMES[subdistrictId]?.[index];
  if (name === undefined) throw new RangeError(`no name for person ${index} of ${subdistrictId}`);
  return name;
}
