import { ask } from '../sign-in/session.js';
import type { Field } from './action-form.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;

/**
 * People name a matter by its number, services by its id.
 * @throws ApiProblem notFound for a number that the reader knows nothing of
 */
export async function withWhistleIds(fields: readonly Field[], body: object): Promise<object> {
  const named = Object.entries(body).map(async ([name, value]: [string, unknown]) => {
    const isNumber = typeof value === 'string' && !UUID.test(value);
    if (fields.find((field) => field.name === name)?.kind !== 'whistle' || !isNumber) return [name, value] as const;
    const { id } = await ask<{ id: string }>(`/api/whistles/${encodeURIComponent(value.trim())}`);
    return [name, id] as const;
  });
  return Object.fromEntries(await Promise.all(named));
}
