import { ApiProblem } from '../../http/problem.js';

const KEPT = 'hsl.overview.heardAt';

/** The overview answered at this instant (ISO 8601); kept for this tab, so that a reload still knows it. */
export const heardOfOverview = (at: string): void => sessionStorage.setItem(KEPT, at);

/** When it answered last; from the first silence on where it never did. ISO 8601. */
export function overviewHeardAt(now: () => string = () => new Date().toISOString()): string {
  const kept = sessionStorage.getItem(KEPT);
  if (kept !== null) return kept;
  const at = now();
  heardOfOverview(at);
  return at;
}

/** Nobody answered, or something broke; a refusal is an answer. */
export const isAway = (error: unknown): boolean => !(error instanceof ApiProblem && error.status < 500);
