import { evidencePieces, type EvidenceTyped } from '../evidence/evidence-typed.js';
import type { Field } from './action-form.js';

/** What is due on a day is due at the end of its office hours (Asia/Shanghai). */
const END_OF_DAY = 'T18:00:00+08:00';

type Milestone = { title: string; dueAt: string };

/** A time of day is one of the place, wherever the reader's clock stands. */
const instantOf = (local: unknown): string => new Date(`${String(local)}:00+08:00`).toISOString();
const linesOf = (typed: unknown): string[] =>
  String(typed)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What people type in words, in the shape of the service: evidence as a list, days as instants. */
export function sentBody(fields: readonly Field[], body: object): object {
  const entries = Object.entries(body).map(([name, value]: [string, unknown]) => {
    const field = fields.find((one) => one.name === name);
    const kind = field?.kind;
    if (field?.kind === 'evidence') return [name, evidencePieces(value as EvidenceTyped, field.namesFiles === true)];
    if (kind === 'files') return [name, (value as EvidenceTyped).files?.map(({ id }) => id) ?? []];
    if (kind === 'instant') return [name, instantOf(value)];
    if (kind === 'number') return [name, Number(value)];
    if (kind === 'lines') return [name, linesOf(value)];
    if (kind === 'day') return [name, String(value) + END_OF_DAY];
    if (kind === 'milestones') {
      return [name, (value as Milestone[]).map(({ title, dueAt }) => ({ title, dueAt: dueAt + END_OF_DAY }))];
    }
    return [name, value];
  });
  return Object.fromEntries(entries) as object;
}
