import type { Scope } from './ability-row.js';
import type { Role } from '@hsl/contracts/roles';
import type { ConditionUse } from './ability-row.js';

/**
 * What somebody wants to act on, as far as scopes ask. What is left out matches no scope that asks for it: forgetting
 * to name the community denies.
 */
export interface Target {
  subdistrictId: string;
  communityId?: string;
  /** For a matter of several communities. */
  communityIds?: string[];
  /** Departments with a task on it. */
  departmentIds?: string[];
  /** Members it is assigned to. */
  memberIds?: string[];
  /** Other people it is assigned to, by user id. */
  assigneeIds?: string[];
  createdBy?: string;
  /** User or member it is about; for that person it is `own`. */
  about?: string;
  /** State it is in; a refused moment tells it. */
  state?: string;
  /** Reference data of the whole subdistrict (departments, categories, rule set): in the scope of every post there. */
  subdistrictWide?: boolean;
}

/**
 * What the caller knows of the conditions: relations and duties by name (`{ notBlower: true, reasonGiven: false }`),
 * and, if it wants them decided here, moments with their value (`{ state: 'VERIFYING', openMatter: true }`).
 */
export type Facts = Readonly<Record<string, boolean | string | number | undefined>>;

/** Why an act is allowed. */
export interface Grant {
  /** The role used; the trail and ActorRef record it. */
  role: Role;
  scope: Scope;
  /** How the answer must be narrowed. */
  views: string[];
  /** Moments the row asks for; the workflow's validator or the service decides them. */
  moments: ConditionUse[];
  source: string;
}

/** One way into a list: rows that fulfil all that is given. No filter at all means an empty list. */
export interface ScopeFilter {
  /** Absent for the district, which reads across tenants. */
  subdistrictId?: string;
  communityIds?: string[];
  departmentIds?: string[];
  /** Rows assigned to one of these members. */
  memberIds?: string[];
  /** Rows made by, about or assigned to this person. */
  userId?: string;
  role: Role;
  views: string[];
  /** Relations the query itself must apply; only those the caller said it can. */
  relations: string[];
}
