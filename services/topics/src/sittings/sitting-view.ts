import type { Sitting as Answer, SittingParticipant } from '@hsl/contracts/schemas/sittings';
import type { Seat, SessionFormat } from '@hsl/contracts/sessions';
import { checkSeats, countsForQuorum, modeOf, quorumOf, type SeatTemplate } from '@hsl/domain/sitting-rules';
import type { Participant } from '../generated/prisma/client.js';
import type { SittingRow } from './sitting-desk.js';

/** @param showName whether a resident's name may be read */
export function participantView(row: Participant, showName: boolean, token?: string): SittingParticipant {
  return {
    ...{ id: row.id, seat: row.seat as Seat, state: row.state as SittingParticipant['state'], isVoter: row.isVoter },
    ...{ memberId: row.memberId ?? undefined, userId: row.userId ?? undefined },
    ...{ departmentId: row.departmentId ?? undefined, communityId: row.communityId ?? undefined },
    signedInAt: row.signedInAt?.toISOString(),
    residentName: showName ? (row.residentName ?? undefined) : undefined,
    token,
  };
}

/** Who came, in numbers (S68, S69). */
export function attendanceOf({ participants, heads, quorum }: SittingRow): Answer['attendance'] {
  const of = (...states: string[]) => participants.filter(({ state }) => states.includes(state)).length;
  const came = participants.filter(({ signedInAt }) => signedInAt !== null);
  const invited = of('INVITED', 'ACCEPTED', 'DECLINED');
  const needed = quorumOf(quorum ?? undefined, invited);
  return {
    ...{ invited, accepted: of('ACCEPTED'), declined: of('DECLINED'), named: came.length, heads },
    departments: new Set(came.flatMap(({ departmentId }) => departmentId ?? [])).size,
    ...{ quorum: needed, isQuorate: came.filter(countsForQuorum).length >= needed },
  };
}

/** Before anybody came, those who have not declined are who is expected. */
export function seatsOf({ participants }: SittingRow, template: SeatTemplate): Answer['seats'] {
  const came = participants.filter(({ signedInAt }) => signedInAt !== null);
  const counted = came.length > 0 ? came : participants.filter(({ state }) => state !== 'DECLINED');
  return checkSeats(
    template,
    counted.map(({ seat }) => seat as Seat),
  );
}

export function sittingView(row: SittingRow, template: SeatTemplate, showNames: boolean): Answer {
  const { id, sessionId, round, version, agenda, openToAll } = row;
  const format = row.format as SessionFormat;
  return {
    ...{ id, sessionId, round, version, format, mode: modeOf(format), agenda, openToAll },
    ...{ startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() },
    ...{ onlineLink: row.onlineLink ?? undefined, bookingId: row.bookingId ?? undefined },
    remindedAt: row.remindedAt?.toISOString(),
    ...{ attendance: attendanceOf(row), seats: seatsOf(row, template) },
    participants: row.participants.map((one) => participantView(one, showNames)),
  };
}
