import type { Role } from '@hsl/contracts/roles';

/** Who sees all of the subdistrict. */
export const OFFICE: readonly Role[] = ['liaisonOfficer', 'deputyLeader', 'groupLeader'];
/** Who works in communities. */
export const FIELD_WORK: readonly Role[] = ['communityWorker', 'communityHead', 'member'];
export const DEPARTMENT: readonly Role[] = ['handler', 'deputyHead', 'head'];
