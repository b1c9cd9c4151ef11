import type { Post, Role } from '@hsl/contracts/roles';
import { DEMO_DEPARTMENTS } from './demo-departments.js';
import { demoName } from './demo-names.js';

/** An account of the demo; the person is invented. */
export interface DemoAccount {
  id: string;
  subdistrictId: string;
  name: string;
  posts: Post[];
}

export const DEMO_SUBDISTRICTS = ['zx', 'ys'] as const;

const COMMUNITIES = 14;
const MEMBERS = 24;
const EXPERTS = 8;
/** Areas of the three liaison officers, first and last community (domain §6). */
const LIAISON_AREAS = [
  [1, 5],
  [6, 10],
  [11, 14],
] as const;
/** ZX13 and ZX14 are second postings of these members. */
const SECOND_POSTINGS: Readonly<Record<number, number>> = { 1: 13, 3: 13, 5: 14, 7: 14 };

const two = (n: number): string => String(n).padStart(2, '0');
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Every account of one subdistrict: leadership, keepers, communities, members, experts, departments. */
export function demoAccounts(subdistrictId: string): DemoAccount[] {
  const tenant = subdistrictId.toUpperCase();
  const community = (n: number): string => `${tenant}${two(n)}`;
  const people: [suffix: string, post: Post][] = [
    ...single(['admin', 'auditor', 'groupLeader', 'districtCommittee']),
    ['deputyleader1', { role: 'deputyLeader' }],
    ['deputyleader2', { role: 'deputyLeader' }],
    ...LIAISON_AREAS.map(([first, last], index): [string, Post] => [
      `liaison${index + 1}`,
      { role: 'liaisonOfficer', communityIds: range(first, last).map(community) },
    ]),
    ...range(1, COMMUNITIES).flatMap((n) => communityStaff(n, community(n))),
    ...range(1, MEMBERS).map((n): [string, Post] => [
      `member-${two(n)}`,
      { role: 'member', memberId: `${tenant}-M${two(n)}`, communityIds: communitiesOfMember(n).map(community) },
    ]),
    ...range(1, EXPERTS).map((n): [string, Post] => [`expert-${two(n)}`, { role: 'expert' }]),
    ...DEMO_DEPARTMENTS.flatMap(({ code }) => departmentStaff(code, `${tenant}-${code.toUpperCase()}`)),
  ];
  const offset = DEMO_SUBDISTRICTS.findIndex((id) => id === subdistrictId) * people.length;
  return people.map(([suffix, post], index) => ({
    id: `${subdistrictId}-${suffix}`,
    subdistrictId,
    name: demoName(offset + index),
    posts: [post],
  }));
}

const single = (roles: Role[]): [string, Post][] => roles.map((role) => [role.toLowerCase(), { role }]);

const communityStaff = (n: number, communityId: string): [string, Post][] => [
  [`worker-${two(n)}`, { role: 'communityWorker', communityIds: [communityId] }],
  [`worker2-${two(n)}`, { role: 'communityWorker', communityIds: [communityId] }],
  [`head-${two(n)}`, { role: 'communityHead', communityIds: [communityId] }],
];

const departmentStaff = (code: string, departmentId: string): [string, Post][] => [
  [`handler-${code}`, { role: 'handler', departmentId }],
  [`deputyhead-${code}`, { role: 'deputyHead', departmentId }],
  [`head-${code}`, { role: 'head', departmentId }],
];

/** Community i = 1…12 has the members 2i−1 and 2i (domain §6). */
function communitiesOfMember(n: number): number[] {
  const second = SECOND_POSTINGS[n];
  return second === undefined ? [Math.ceil(n / 2)] : [Math.ceil(n / 2), second];
}
