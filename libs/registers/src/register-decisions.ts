import type { Actor } from '@hsl/access/actor';
import { toIso, type Instant } from '@hsl/contracts/instants';
import type { ActorRef } from '@hsl/contracts/roles';
import type { AnyOutgoingEvent, Decision } from '@hsl/database/decision';
import { asInstant, asJson } from '@hsl/database/sql-values';
import type { Body, Collection, Register, RegisterStep } from './register.js';
import type { RegisterEntry } from './register-entry.js';

/** A change of an entry, and the entry after it. */
export interface Decided {
  decision: Decision;
  entry: RegisterEntry;
}

/** Who does something to an entry, where and when. */
export interface Happening {
  service: string;
  register: Register;
  by: ActorRef;
  at: Instant;
}

const TABLE = 'register_entry';

/** Whose entry it is: what the caller says, else the post in which the caller says it. */
export function ownerOf(actor: Actor, body: Body): Pick<RegisterEntry, 'communityId' | 'departmentId' | 'memberId'> {
  const said = (field: string): string | undefined => {
    const value = body[field];
    return typeof value === 'string' ? value : undefined;
  };
  const held = (field: 'departmentId' | 'memberId'): string | undefined =>
    actor.posts.map((post) => post[field]).find((id) => id !== undefined);
  return {
    communityId: said('communityId') ?? null,
    departmentId: said('departmentId') ?? held('departmentId') ?? null,
    memberId: said('memberId') ?? held('memberId') ?? null,
  };
}

/** An entry is born with what was written, in its first state. */
export function born(
  { service, register, by, at }: Happening,
  owner: ReturnType<typeof ownerOf>,
  { id, subdistrictId, body }: { id: string; subdistrictId: string; body: Body },
): Decided {
  const { birth, name } = register;
  const entry: RegisterEntry = {
    ...{ id, subdistrictId, version: 1, register: name, state: birth.state, ...owner },
    ...{ marks: [...(birth.marks ?? [])], facts: { ...body, ...birth.derive?.(body) }, createdBy: by.userId },
    ...{ createdAt: new Date(at), updatedAt: new Date(at) },
  };
  const decision: Decision = {
    ...{ table: TABLE, id, subdistrictId, insert: true, decisionId: `${name}/${id}#1`, at, source: service },
    patch: {
      ...{ register: name, state: entry.state, marks: entry.marks, facts: asJson(entry.facts) },
      ...{ community_id: owner.communityId, department_id: owner.departmentId, member_id: owner.memberId },
      ...{ created_by: by.userId, created_at: asInstant(at), updated_at: asInstant(at) },
    },
    timeline: [{ kind: birth.name, toState: entry.state, actorId: by.userId, actorRole: by.role }],
    events: [eventOf('register.recorded.v1', entry, birth.name, { by, at })],
  };
  return { decision, entry };
}

/** A step leads on, and what is written with it joins the facts. */
export function stepped(
  { service, register, by, at }: Happening,
  step: RegisterStep,
  before: RegisterEntry,
  body: Body,
): Decided {
  const state = typeof step.to === 'string' ? step.to : step.to.of(body);
  const marks = [...new Set([...before.marks, ...(step.marks ?? [])])];
  const version = before.version + 1;
  const facts = { ...before.facts, ...written(step, before, body, { by, at }) };
  const entry: RegisterEntry = { ...before, version, state, marks, facts, updatedAt: new Date(at) };
  const { id, subdistrictId } = before;
  const decisionId = `${register.name}/${id}#${version}/${by.userId}/${step.name}`;
  const decision: Decision = {
    ...{ table: TABLE, id, subdistrictId, expectedVersion: before.version, decisionId, at, source: service },
    patch: { state, marks, facts: asJson(facts), updated_at: asInstant(at) },
    timeline: [{ kind: step.name, fromState: before.state, toState: state, actorId: by.userId, actorRole: by.role }],
    events: [eventOf('register.changed.v1', entry, step.name, { by, at })],
  };
  return { decision, entry };
}

/** Under whose name an answer is collected. */
export const collectorOf = ({ by }: Collection, userId: string, body: Body): string =>
  by === 'person' ? userId : String(body[by]);

/** Answers collected in an entry so far. */
export const collected = ({ facts }: Pick<RegisterEntry, 'facts'>, { into }: Collection): Record<string, unknown> =>
  (facts[into] ?? {}) as Record<string, unknown>;

function written(
  { collects, derive }: RegisterStep,
  before: RegisterEntry,
  body: Body,
  { by, at }: Pick<Happening, 'by' | 'at'>,
): Body {
  if (!collects) return { ...body, ...derive?.(body, before.facts as Body) };
  const answer = { ...body, by: by.userId, at: toIso(at) };
  return {
    [collects.into]: { ...collected(before, collects), [collectorOf(collects, by.userId, body)]: answer },
  };
}

/** Ids and codes only: what was written stays with its owner. */
function eventOf(
  type: 'register.recorded.v1' | 'register.changed.v1',
  { id, register, state, communityId, departmentId, memberId }: RegisterEntry,
  step: string,
  { by, at }: Pick<Happening, 'by' | 'at'>,
): AnyOutgoingEvent {
  const owner = {
    ...(communityId === null ? {} : { communityId }),
    ...(departmentId === null ? {} : { departmentId }),
    ...(memberId === null ? {} : { memberId }),
  };
  return { type, subject: id, data: { entryId: id, register, step, state, ...owner, actedBy: by.userId, at } };
}
