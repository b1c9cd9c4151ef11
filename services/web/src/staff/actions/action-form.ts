import type { TemplateUse } from '@hsl/contracts/template-uses';
import { isNoEvidence, type EvidenceTyped, type Shot } from '../evidence/evidence-typed.js';

/**
 * A `day` is sent as the instant at the end of its office hours, a `plainDay` as it is; `lines` as a list; `files` are
 * evidence without words.
 */
type FieldKind =
  | ('text' | 'line' | 'lines' | 'number' | 'choice' | 'choices' | 'milestones' | 'evidence' | 'files')
  | ('department' | 'departments' | 'member' | 'members' | 'community' | 'communities' | 'category')
  | ('topic' | 'topics' | 'session' | 'room' | 'booking' | 'whistle')
  | ('instant' | 'day' | 'plainDay');

/** What a sheet asks for before an action is taken. */
export interface Field {
  name: string;
  kind: FieldKind;
  /** Key of its words, where `field.<name>` says something else. */
  label?: string;
  /** Codes of a choice; words are `field.<name>.<code>` unless `words` names another prefix. */
  codes?: readonly string[];
  words?: string;
  /** Of a choice whose words are data, such as names. */
  options?: readonly { value: string; label: string }[];
  isOptional?: boolean;
  /** What stands there before anything is typed. */
  initial?: string;
  maxLength?: number;
  /** Of a text: what it may begin with. */
  templates?: TemplateUse;
  /** Photos that evidence asks for. */
  shots?: readonly Shot[];
  /** Of an `evidence` field: its words name the files, and may do without them. */
  namesFiles?: boolean;
  /** Asked for only with these answers to another field. */
  onlyWith?: { field: string; codes: readonly string[] };
}

export interface ActionForm {
  /** Below the matter's own address; empty for that address itself, from `/` on for another one. */
  path: string;
  /** How it is sent; a thing that is set as a whole is put. */
  method?: 'POST' | 'PUT';
  fields: readonly Field[];
  /** Version of what is changed, as it was read: somebody else's change in between is not written over. */
  seen?: number;
  /** Sent beside what is typed. */
  fixed?: object;
  /** What the service calls the id of this one answer among many; the Idempotency-Key is that. */
  keyAs?: string;
  /** What was typed, where the service wants it in another shape. */
  toBody?: (typed: Typed) => object;
}

export type Typed = Readonly<Record<string, unknown>>;

export const isAsked = ({ onlyWith }: Field, typed: Typed): boolean =>
  onlyWith === undefined || onlyWith.codes.includes(String(typed[onlyWith.field]));

const isEmpty = ({ kind }: Field, value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  ((kind === 'evidence' || kind === 'files') && isNoEvidence(value as EvidenceTyped));

/** The fields that are asked for and hold something. */
export function bodyOf(form: ActionForm, typed: Typed): object {
  const asked = form.fields.filter((field) => isAsked(field, typed) && !isEmpty(field, typed[field.name]));
  const body = Object.fromEntries(asked.map(({ name }) => [name, typed[name]]));
  return { ...(form.toBody ? form.toBody(body) : body), ...form.fixed };
}

/** Names of the fields that must hold something and do not. */
export const missingFields = (form: ActionForm, typed: Typed): string[] =>
  form.fields
    .filter((field) => !field.isOptional && isAsked(field, typed) && isEmpty(field, typed[field.name]))
    .map(({ name }) => name);
