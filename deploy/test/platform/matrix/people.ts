import type { Role } from '@hsl/contracts/roles';

/** Somebody of each role who stands near the matter, and somebody of the same role who stands elsewhere. */
export const PEOPLE: Readonly<Partial<Record<Role, readonly [inside: string, outside: string]>>> = {
  communityWorker: ['zx-worker-01', 'zx-worker-02'],
  communityHead: ['zx-head-01', 'zx-head-02'],
  member: ['zx-member-01', 'zx-member-20'],
  liaisonOfficer: ['zx-liaison1', 'ys-liaison1'],
  handler: ['zx-handler-cgj', 'zx-handler-sfj'],
  deputyHead: ['zx-deputyhead-cgj', 'zx-deputyhead-sfj'],
  head: ['zx-head-cgj', 'zx-head-sfj'],
  deputyLeader: ['zx-deputyleader1', 'ys-deputyleader1'],
  groupLeader: ['zx-groupleader', 'ys-groupleader'],
  districtCommittee: ['zx-districtcommittee', 'ys-districtcommittee'],
  expert: ['zx-expert-01', 'ys-expert-01'],
  admin: ['zx-admin', 'ys-admin'],
  auditor: ['zx-auditor', 'ys-auditor'],
};
/** They have no account to sign in with. */
export const WITHOUT_ACCOUNT: readonly Role[] = ['resident', 'partnerKey'];
