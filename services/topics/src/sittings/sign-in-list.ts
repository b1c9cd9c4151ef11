import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { Instant } from '@hsl/contracts/instants';
import type { ActorRef } from '@hsl/contracts/roles';
import type { SignInToSitting, SittingParticipant } from '@hsl/contracts/schemas/sittings';
import { asInstant, type SqlValue } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import type { Participant } from '../generated/prisma/client.js';
import { newParticipant, newToken, personKeyOf, selfOf, type Named } from './participant-identity.js';
import { MOST_PARTICIPANTS, ONE_PERSON, Participants } from './participants.service.js';
import { participantBorn, participantChanged } from './sitting-decisions.js';
import { assertOpen, SittingDesk, tokenHashOf, type AtDesk } from './sitting-desk.js';
import { participantView } from './sitting-view.js';

const HOUR_MS = 3_600_000;
const NOBODY: ActorRef = { userId: 'anonymous', role: 'resident' };

/** Who came, once each (S52, S68). */
@Injectable()
export class SignInList {
  constructor(
    private readonly desk: SittingDesk,
    private readonly participants: Participants,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever is invited signs in from an hour before the beginning; at an open sitting so does any resident, who gets a
   * token to speak, vote and sign with.
   * @throws ProblemError notFound, roleNotAllowed, wrongState for a sitting that is not open to all, sittingNotPlanned,
   *   sittingNotYet, sessionNotOpen, sittingFull, alreadySignedIn, invitationNeeded for an invited resident who only
   *   tells a name, validationFailed without a name
   */
  async signIn(actor: Actor | undefined, id: string, body: SignInToSitting): Promise<SittingParticipant> {
    const { token, ...named } = body;
    const at = await this.desk.at(actor, id, token);
    const isNamed = token === undefined && named.residentName !== undefined;
    const mayName = at.sitting.openToAll || this.desk.runs(at);
    const self = isNamed ? (mayName ? knownAs(at, named) : undefined) : at.self;
    const me = { ...at, self };
    const { role } = this.desk.authorize('session.signIn', me);
    assertOpen(at.session);
    const now = this.clock.now();
    if (now < at.sitting.startsAt.getTime() - HOUR_MS) throw new ProblemError('sittingNotYet');
    const by = at.actor ? actorRefOf(at.actor, role) : NOBODY;
    if (self) {
      // An invitation carries a vote: a name alone does not take it, unless who runs the session knows the person.
      const isProven = !isNamed || self.signedInAt !== null || this.desk.runs(at);
      if (!isProven) throw new ProblemError('invitationNeeded', { state: self.state });
      return this.arrive(self, by, now, isNamed);
    }
    if (at.sitting.participants.length >= MOST_PARTICIPANTS) throw new ProblemError('sittingFull');
    if (isNamed) return this.walkIn(me, { ...named, seat: 'stakeholder' }, by, now);
    if (!at.actor) throw nameNeeded();
    return this.walkIn(me, selfOf(at.actor), by, now);
  }

  private async arrive(row: Participant, by: ActorRef, now: Instant, isNamed: boolean): Promise<SittingParticipant> {
    if (row.signedInAt !== null) throw new ProblemError('alreadySignedIn', { state: row.state });
    // Who came without the invitation at hand gets another token for the same seat.
    const token = isNamed ? newToken() : undefined;
    const patch: Record<string, SqlValue> = {
      ...{ signed_in_at: asInstant(now), state: row.state === 'CAME' ? 'CAME' : 'ACCEPTED' },
      ...(token === undefined ? {} : { token_hash: tokenHashOf(token) }),
      ...(isOfDepartment(row) ? { user_id: by.userId, person_key: personKeyOf({ userId: by.userId }) } : {}),
    };
    await this.desk.record(participantChanged(row, 'signedIn', patch, by, now), { [ONE_PERSON]: 'alreadySignedIn' });
    return participantView(await this.participants.again(row), true, token);
  }

  private async walkIn(
    at: AtDesk,
    { seat, ...named }: Named & Pick<SittingParticipant, 'seat'>,
    by: ActorRef,
    now: Instant,
  ): Promise<SittingParticipant> {
    const isVoter = named.memberId !== undefined;
    const birth = { sitting: at.sitting, seat, state: 'CAME', isVoter, signedInAt: new Date(now) } as const;
    const { row, token } = newParticipant(named, birth);
    await this.desk.record(participantBorn(at, row, by, now), { [ONE_PERSON]: 'alreadySignedIn' });
    return participantView(row, true, token);
  }
}

/** Invited as a department: whoever comes for it is the person from now on. */
const isOfDepartment = ({ departmentId, userId }: Participant): boolean => departmentId !== null && userId === null;

/** A resident on the list who is named at the door. */
function knownAs({ sitting }: AtDesk, named: Named): Participant | undefined {
  const key = personKeyOf(named);
  return sitting.participants.find(({ personKey }) => personKey === key);
}

const nameNeeded = (): ProblemError =>
  new ProblemError('validationFailed', {
    errors: [{ field: 'residentName', code: 'required', message: 'residentName' }],
  });
