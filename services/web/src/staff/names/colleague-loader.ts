import { LONGEST_ACCOUNT_ID, MOST_COLLEAGUES } from '@hsl/contracts/colleague-limits';
import type { Colleague, Colleagues } from '@hsl/contracts/schemas/colleagues';
import { ask } from '../sign-in/session.js';

type Found = Map<string, Colleague>;

const GATHERED_MS = 10;
let gathering: { ids: Set<string>; found: Promise<Found> } | undefined;

/** Whether it may be an account at all: one id that is refused would cost the others of the same request their names. */
export const mayBeAccount = (id: string): boolean => /^[\w.-]+$/.test(id) && id.length <= LONGEST_ACCOUNT_ID;

/** Who an account is; null for nobody. The rows of a table ask one by one, the gateway is asked for a hundred at once. */
export async function colleague(id: string): Promise<Colleague | null> {
  if (!gathering || gathering.ids.size >= MOST_COLLEAGUES) gathering = gather(new Set());
  gathering.ids.add(id);
  return (await gathering.found).get(id) ?? null;
}

function gather(ids: Set<string>): { ids: Set<string>; found: Promise<Found> } {
  const found = new Promise((resolve) => setTimeout(resolve, GATHERED_MS)).then(() => {
    if (gathering?.ids === ids) gathering = undefined;
    return find(ids);
  });
  return { ids, found };
}

async function find(ids: ReadonlySet<string>): Promise<Found> {
  const query = new URLSearchParams({ ids: [...ids].join() });
  const { items } = await ask<Colleagues>(`/api/colleagues?${query.toString()}`);
  return new Map(items.map((one) => [one.id, one]));
}
