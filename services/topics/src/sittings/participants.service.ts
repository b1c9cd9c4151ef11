import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { InviteParticipant, RespondInvitation, SittingParticipant } from '@hsl/contracts/schemas/sittings';
import { asInstant } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Participant } from '../generated/prisma/client.js';
import { newParticipant } from './participant-identity.js';
import { participantBorn, participantChanged, sittingChanged } from './sitting-decisions.js';
import { assertOpen, SittingDesk } from './sitting-desk.js';
import { participantView } from './sitting-view.js';

/** The last who fits into one answer and one reminder. */
export const MOST_PARTICIPANTS = 300;
export const ONE_PERSON = 'participant_sitting_id_person_key_key';

/** Who is invited to a sitting, and who will come (S24). */
@Injectable()
export class Participants {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly desk: SittingDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * A resident's token is answered now and never again: it goes with the invitation.
   * @throws ProblemError notFound, roleNotAllowed, sittingNotPlanned, sessionNotOpen, alreadyInvited
   */
  async invite(actor: Actor, id: string, body: InviteParticipant): Promise<SittingParticipant> {
    const at = await this.desk.at(actor, id);
    const { role } = this.desk.authorize('session.invite', at);
    assertOpen(at.session);
    if (at.sitting.participants.length >= MOST_PARTICIPANTS) throw new ProblemError('sittingFull');
    const { seat, ...named } = body;
    // Residents and members vote; whoever sits for an office advises.
    const isVoter = named.residentName !== undefined || named.memberId !== undefined;
    const birth = { sitting: at.sitting, seat, state: 'INVITED', isVoter, invitedBy: actor.userId } as const;
    const { row, token } = newParticipant(named, birth);
    const decision = participantBorn(at, row, actorRefOf(actor, role), this.clock.now());
    await this.desk.record(decision, { [ONE_PERSON]: 'alreadyInvited' });
    return participantView(row, true, token);
  }

  /**
   * The invited person accepts or declines, and may think again until signing in.
   * @throws ProblemError notFound, notInvited, sittingNotPlanned, sessionNotOpen, alreadySignedIn
   */
  async respond(
    actor: Actor | undefined,
    id: string,
    { accept, token }: RespondInvitation,
  ): Promise<SittingParticipant> {
    const at = await this.desk.at(actor, id, token);
    if (at.actor && !at.self) throw new ProblemError('notInvited');
    const { role } = this.desk.authorize('session.respondInvitation', at);
    assertOpen(at.session);
    if (!at.actor || !at.self) throw new ProblemError('notInvited');
    if (at.self.signedInAt !== null) throw new ProblemError('alreadySignedIn', { state: at.self.state });
    const now = this.clock.now();
    const patch = { state: accept ? 'ACCEPTED' : 'DECLINED', responded_at: asInstant(now) };
    await this.desk.record(participantChanged(at.self, 'responded', patch, actorRefOf(at.actor, role), now));
    return participantView(await this.again(at.self), true);
  }

  /** @throws ProblemError notFound, roleNotAllowed, sittingNotPlanned, sessionNotOpen */
  async countHeads(actor: Actor, id: string, heads: number): Promise<void> {
    const at = await this.desk.at(actor, id);
    const { role } = this.desk.authorize('session.recordMinutes', at);
    assertOpen(at.session);
    const by = actorRefOf(actor, role);
    await this.desk.record(sittingChanged(at.sitting, 'headsCounted', { heads }, by, this.clock.now()));
  }

  again({ subdistrictId, id }: Participant): Promise<Participant> {
    return this.database.forTenant(subdistrictId).participant.findUniqueOrThrow({ where: { id } });
  }
}
