import type { LiveMatter } from '@hsl/contracts/schemas/insight';
import { useState } from 'react';
import { isEmergency } from '../alarm/emergency.js';
import { serverTime } from '../../time/ticking.js';

/** What of the queue has been let in: the list does not jump under the hand of whoever reads it. */
export interface Admitted {
  /** What began to wait by then was there before anybody looked (epoch milliseconds, by the server's clock). */
  at: number;
  numbers: ReadonlySet<string>;
}

type Row = Pick<LiveMatter, 'number' | 'kind' | 'grade' | 'since'>;

const isKnown = ({ number, since }: Row, admitted: Admitted): boolean =>
  admitted.numbers.has(number) || since === undefined || Date.parse(since) <= admitted.at;

/**
 * The queue as it stands there, emergencies on top, and how many new ones wait to be let in. An emergency never waits;
 * of the others what came since and was not there before. Where nothing stands nothing can jump: then all are let in.
 */
export function heldBack<M extends Row>(matters: readonly M[], admitted: Admitted): { rows: M[]; held: number } {
  const isIn = (row: M): boolean => isEmergency(row) || isKnown(row, admitted);
  const known = matters.filter(isIn);
  const rows = known.length > 0 ? known : matters;
  const first = rows.filter(isEmergency);
  return {
    rows: [...first, ...rows.filter((row) => !isEmergency(row))],
    held: matters.length - rows.length,
  };
}

/** @param matters undefined until the queue is there */
export function useHeldRows<M extends Row>(matters: readonly M[] | undefined) {
  const [admitted, setAdmitted] = useState<Admitted>();
  const letIn = (): void => setAdmitted({ at: serverTime(), numbers: new Set() });
  if (matters === undefined) return { rows: [], held: 0, letIn };
  const now = admitted ?? { at: serverTime(), numbers: new Set<string>() };
  const { rows, held } = heldBack(matters, now);
  const fresh = rows.filter(({ number }) => !now.numbers.has(number));
  // Whatever has stood there stays, though its step begins anew, as after a countersign.
  if (fresh.length > 0 || admitted === undefined) {
    setAdmitted({ at: now.at, numbers: new Set([...now.numbers, ...fresh.map(({ number }) => number)]) });
  }
  return { rows, held, letIn };
}
