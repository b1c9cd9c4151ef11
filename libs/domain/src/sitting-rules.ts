import { FIXED_SEATS, type Seat, type SessionFormat, type SessionMode } from '@hsl/contracts/sessions';

const MODES: Partial<Record<SessionFormat, SessionMode>> = { online: 'online', hybrid: 'hybrid' };
export const modeOf = (format: SessionFormat): SessionMode => MODES[format] ?? 'onSite';

/** The light form (S45) needs neither hall, agenda nor quorum; its minutes are the ten fields at most of its closing. */
export const isLight = (format: SessionFormat): boolean => format === 'stoolTalk';

/** Seats that must be taken, and how many of those concerned must be there (S24). */
export interface SeatTemplate {
  fixedSeats: readonly Seat[];
  minStakeholders: number;
}
export const DEFAULT_SEATS: SeatTemplate = { fixedSeats: FIXED_SEATS, minStakeholders: 1 };

export interface SeatCheck {
  missingSeats: Seat[];
  stakeholders: number;
  complies: boolean;
}

/** @param taken the seat of each person counted, once per person */
export function checkSeats({ fixedSeats, minStakeholders }: SeatTemplate, taken: readonly Seat[]): SeatCheck {
  const missingSeats = fixedSeats.filter((seat) => !taken.includes(seat));
  const stakeholders = taken.filter((seat) => seat === 'stakeholder').length;
  return { missingSeats, stakeholders, complies: missingSeats.length === 0 && stakeholders >= minStakeholders };
}

/** Whoever is invited or has an account; nobody makes a quorum by writing names into an open list. */
export const countsForQuorum = (one: { state: string; memberId: string | null; userId: string | null }): boolean =>
  one.state !== 'CAME' || one.memberId !== null || one.userId !== null;

const FEWEST = 2;

/**
 * Persons that count who must have signed in.
 * @param set what the convener demanded
 * @param invited persons who were invited by name; those who declined count too
 */
export const quorumOf = (set: number | undefined, invited: number): number =>
  Math.max(FEWEST, set ?? Math.ceil(invited / 2));
