import type { Turnout } from '@hsl/contracts/events/session-events';
import type { SessionRow } from './sessions.repository.js';

interface Comer {
  signedInAt: Date | null;
  departmentId: string | null;
}

/** Departments whose people signed in, each once and in order (S69). */
export const departmentsOf = (comers: readonly Comer[]): string[] =>
  [...new Set(comers.flatMap((one) => (one.signedInAt === null ? [] : (one.departmentId ?? []))))].toSorted();

/** Who is at the sitting that a session is in. @param attendance as its minutes say */
export const turnoutOf = (
  { sittings, round }: Pick<SessionRow, 'sittings' | 'round'>,
  attendance: number,
): Turnout => ({
  attendance,
  departmentIds: departmentsOf(sittings.find((sitting) => sitting.round === round)?.participants ?? []),
});
