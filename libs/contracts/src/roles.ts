/** Who signs in, and as what (domain 5.3). A person may hold several posts. */
export const ROLES = [
  'resident',
  'communityWorker',
  'communityHead',
  'member',
  'liaisonOfficer',
  'handler',
  'deputyHead',
  'head',
  'deputyLeader',
  'groupLeader',
  'districtCommittee',
  'expert',
  'admin',
  'auditor',
  'partnerKey',
] as const;
export type Role = (typeof ROLES)[number];

/** One role held by a person, with the place it is held for. */
export interface Post {
  role: Role;
  /** Communities of the post; for a member those of the current area assignments. */
  communityIds?: string[];
  departmentId?: string;
  memberId?: string;
}

/** What a matter is said to wait for when it waits for the holder of a post: the member, the department, or the role. */
export const capacityOf = ({
  role,
  departmentId,
  memberId,
}: Pick<Post, 'role' | 'departmentId' | 'memberId'>): string => memberId ?? departmentId ?? role;

/** Who did something, as far as Temporal, Kafka and a timeline may know: ids and the role used, never a name. */
export interface ActorRef {
  userId: string;
  role: Role | 'system';
}

export const SYSTEM_ACTOR: ActorRef = { userId: 'system', role: 'system' };
