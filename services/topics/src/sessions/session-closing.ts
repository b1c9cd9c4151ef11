import type { Instant } from '@hsl/contracts/instants';
import type { CloseSession } from '@hsl/contracts/schemas/sessions';
import type { SessionFormat } from '@hsl/contracts/sessions';
import type { SessionOutcome, SessionState } from '@hsl/contracts/states';
import { countsForQuorum, isLight, quorumOf } from '@hsl/domain/sitting-rules';
import { ProblemError } from '@hsl/platform/problem.error';
import type { SessionRow } from './sessions.repository.js';

const FEWEST = 2;
const SECOND_SESSION_MS = 30 * 86_400_000;

/**
 * How many were there. Of a sitting in the full form it is who signed in, who must be a quorum, and the heads; in the
 * light form (S45), and of one that was never planned, what the body says unless people signed in.
 * @throws ProblemError quorumNotReached; validationFailed if nobody says how many
 */
export function attendanceFor(session: SessionRow, body: CloseSession): number {
  const sitting = session.sittings.find(({ round }) => round === session.round);
  const people = sitting?.participants ?? [];
  const came = people.filter(({ signedInAt }) => signedInAt !== null);
  const counted = came.length + (sitting?.heads ?? 0);
  if (sitting && !isLight(sitting.format as SessionFormat)) {
    const invited = people.filter(({ state }) => state !== 'CAME').length;
    const present = came.filter(countsForQuorum).length;
    if (present < quorumOf(sitting.quorum ?? undefined, invited)) throw new ProblemError('quorumNotReached');
    return counted;
  }
  const attendance = body.attendance ?? counted;
  if (attendance >= FEWEST) return attendance;
  const error = { field: 'attendance', code: 'required', message: 'attendance' };
  throw new ProblemError('validationFailed', { errors: [error] });
}

export interface ThematicEnd {
  state: SessionState;
  round: number;
  dueAt: Instant;
  isLast: boolean;
}

/** Domain 4.1: without result a second sitting follows within thirty days, and two are all there are. */
export function afterThematic({ round, dueAt }: SessionRow, outcome: SessionOutcome, at: Instant): ThematicEnd {
  const isLast = outcome !== 'none' || round === 2;
  return isLast
    ? { state: 'HELD', round, dueAt: dueAt.getTime(), isLast }
    : { state: 'CONVENED', round: 2, dueAt: at + SECOND_SESSION_MS, isLast };
}
