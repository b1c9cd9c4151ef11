import type { Turnout } from '@hsl/contracts/events/session-events';
import type { SessionRow } from './sessions.repository.js';

interface Comer {
  signedInAt: Date | null;
  seat: string;
  departmentId: string | null;
  memberId: string | null;
  userId: string | null;
}

/** Who signed in, each once and in order (S67, S69). @param attendance as the minutes say; residents come by heads too */
export function turnoutWith(attendance: number, comers: readonly Comer[]): Turnout {
  const came = comers.filter(({ signedInAt }) => signedInAt !== null);
  const each = (idOf: (comer: Comer) => string | null): string[] =>
    [...new Set(came.flatMap((comer) => idOf(comer) ?? []))].toSorted();
  return {
    attendance,
    departmentIds: each(({ departmentId }) => departmentId),
    membersPresent: each(({ memberId }) => memberId),
    expertsPresent: each(({ seat, userId }) => (seat === 'professional' ? userId : null)),
  };
}

/** Of the sitting that a session is in. */
export const turnoutOf = ({ sittings, round }: Pick<SessionRow, 'sittings' | 'round'>, attendance: number): Turnout =>
  turnoutWith(attendance, sittings.find((sitting) => sitting.round === round)?.participants ?? []);
