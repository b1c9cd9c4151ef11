import type { Grade } from '../grades.js';
import type { Post } from '../roles.js';

/** Reference data that other services keep a copy of, by owner. Codes and ids only. */
export interface ReferenceEventData {
  /** Fires when a category was added or changed (owner: topics). */
  'category.changed.v1': {
    code: string;
    classCode: string;
    name: string;
    defaultGrade: Grade;
    /** Skill codes wanted of members, in order of weight. */
    skills: string[];
    active: boolean;
  };
  /** Fires when a topic was proposed (owner: topics); whistles may name it from then on. */
  'topic.proposed.v1': { topicId: string; categoryCode: string; communityIds: string[]; at: number };
  /** Fires when a department was added or changed (owner: departments). */
  'department.changed.v1': { departmentId: string; code: string; name: string; active: boolean };
  /** Fires when the routing table names other units for a category, by approval or by a ruling (owner: departments). */
  'routing.changed.v1': { categoryCode: string; leadDepartmentId: string; supportingDepartmentIds: string[] };
  /** Fires when a community was added or changed (owner: whistles). */
  'community.changed.v1': { communityId: string; name: string; households: number; liaisonUserId?: string };
  /** Fires when a member's posting to communities began or changed (owner: members). */
  'member.posted.v1': { memberId: string; communityIds: string[] };
  /** Fires when an account was created, changed or closed (owner: gateway, topic `hsl.access`). */
  'user.changed.v1': { userId: string; posts: Post[]; active: boolean };
}
