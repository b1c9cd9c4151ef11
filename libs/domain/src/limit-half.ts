import type { Limit } from './limit.js';

const half = (amount: number): number => Math.max(1, Math.ceil(amount / 2));

/**
 * Half of a limit, for work that is asked a second time (domain 4.2 fail, 4.5 no member checks in). Working limits are
 * rounded up to whole days or hours, at least 1; natural limits are halved exactly, in smaller units where needed, and
 * only an odd number of minutes is rounded up.
 */
export function halfLimit(limit: Limit): Limit {
  if (limit.kind !== 'natural') return { ...limit, amount: half(limit.amount) };
  if (limit.amount % 2 === 0 || limit.unit === 'minutes') return { ...limit, amount: half(limit.amount) };
  return limit.unit === 'days'
    ? { kind: 'natural', amount: limit.amount * 12, unit: 'hours' }
    : { kind: 'natural', amount: limit.amount * 30, unit: 'minutes' };
}
