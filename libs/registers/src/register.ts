import type { z } from 'zod';

/** What the caller wrote, after its schema. */
export type Body = Readonly<Record<string, unknown>>;

/** Things of other owners that a field may name; each service says how it knows them (`RegistersOf`). */
export const NAMED = ['community', 'member', 'department', 'category', 'topic'] as const;
export type Named = (typeof NAMED)[number];

/** What a step sets beside the state: who may read an entry at all depends on these. */
export const MARKS = ['published', 'referredToDistrict', 'released'] as const;
export type Mark = (typeof MARKS)[number];

/** What the deed itself tells, beside what was written. */
export type Derived = (body: Body) => Record<string, unknown>;

/** How an entry is born. */
export interface Birth {
  /** Second part of the ability: `record` of `donation.record`. */
  name: string;
  /** The same, where it is not the name. */
  ability?: string;
  summary: string;
  state: string;
  body: z.ZodObject;
  marks?: readonly Mark[];
  /** Facts that follow from what was written, such as whether a vote carried. */
  derive?: Derived;
}

/** A deed whose words say where it leads. */
export interface Choice {
  states: readonly string[];
  of: (body: Body) => string;
}

/** Answers of many in one fact: each by the person who gives it, or by a field of the body (`communityId`). */
export interface Collection {
  into: string;
  by: 'person' | (string & {});
}

/** One thing that may be done to an entry, where it may be, and where it leads. */
export interface RegisterStep {
  name: string;
  /** Second part of the ability, where it is not the step's name: several steps of `manage`. */
  ability?: string;
  /** Last part of its route, a noun: `decision`. */
  path: string;
  summary: string;
  from: readonly string[];
  /** The state after it; of the body if the deed says where it leads. */
  to: string | Choice;
  /** What is written with it joins the entry's facts, or the fact in which it is collected. */
  body: z.ZodObject;
  collects?: Collection;
  /** A field that must say one of what a fact of the entry lists. */
  among?: { field: string; fact: string };
  marks?: readonly Mark[];
  /** Facts that follow from what is written now and what the entry said before, such as whether it was on schedule. */
  derive?: (body: Body, before: Body) => Record<string, unknown>;
}

/**
 * One of the registers (台账) a subdistrict keeps: entries with a few facts, states, and who may do what, as data. What
 * needs a clock is a workflow instead; what needs a constraint across entries has a table of its own.
 */
export interface Register {
  /** Singular; first part of its abilities and what its events name: `donation`. */
  name: string;
  /** Its route under /api: `donations`. */
  path: string;
  /** Chapter of the API's document. */
  tag: string;
  summary: string;
  birth: Birth;
  steps: readonly RegisterStep[];
  /** Abilities that open the list: `donation.read`; where the table has none, those of who works with them. */
  reading: readonly string[];
  /** Facts a list may be narrowed by, beside state, community, member and department. */
  filters: readonly string[];
  /** Fields that name something of another owner, and what. */
  refs: Readonly<Record<string, Named>>;
  /** The fact that lists the members an entry is assigned to, beside the one it belongs to: who is invited. */
  assigned?: string;
}

/** States an entry can be in, the first one first. */
export function statesOf({ birth, steps }: Register): string[] {
  const reached = steps.flatMap(({ from, to }) => [...from, ...(typeof to === 'string' ? [to] : to.states)]);
  return [...new Set([birth.state, ...reached])];
}

/** The ability a step asks for. */
export const abilityOf = ({ name }: Register, step: { name: string; ability?: string }): string =>
  `${name}.${step.ability ?? step.name}`;
