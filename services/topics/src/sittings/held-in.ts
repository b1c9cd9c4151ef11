import { ProblemError } from '@hsl/platform/problem.error';
import type { SessionRow } from '../sessions/sessions.repository.js';

export type Minutes = SessionRow['minutes'][number];

export interface Held {
  session: SessionRow;
  round: number;
  minutes: Minutes;
}

/** The minutes of a round, the last one if none is named. @throws ProblemError minutesNotFinal */
export function heldIn(session: SessionRow, round = session.minutes.length): Held {
  const minutes = session.minutes[round - 1];
  if (!minutes) throw new ProblemError('minutesNotFinal', { state: session.state });
  return { session, round, minutes };
}
