import { ProblemError } from '@hsl/platform/problem.error';
import type { SessionRow } from '../sessions/sessions.repository.js';

export type Minutes = SessionRow['minutes'][number];

/** The minutes of a round, the last one if none is named. @throws ProblemError minutesNotFinal */
export function heldIn({ minutes, state }: SessionRow, round = minutes.length): { round: number; minutes: Minutes } {
  const held = minutes[round - 1];
  if (!held) throw new ProblemError('minutesNotFinal', { state });
  return { round, minutes: held };
}
