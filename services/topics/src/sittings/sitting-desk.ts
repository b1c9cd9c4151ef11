import { createHash } from 'node:crypto';
import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Facts, Grant } from '@hsl/access/target';
import type { ProblemCode } from '@hsl/contracts/problem-codes';
import { isViolationOf } from '@hsl/database/constraint-violation';
import { VersionConflict, type Decision } from '@hsl/database/decision';
import { recordDecision } from '@hsl/database/record-decision';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Participant, Sitting } from '../generated/prisma/client.js';
import { factsOf, isPerson, targetOf } from '../sessions/session-people.js';
import { SessionsRepository, type SessionRow } from '../sessions/sessions.repository.js';

export type SittingRow = Sitting & { participants: Participant[] };

/** Who stands at the desk of a sitting, and which sitting it is. */
export interface AtDesk {
  session: SessionRow;
  sitting: SittingRow;
  /** A person with an account, or a resident who proved to be a participant; nobody otherwise. */
  actor: Actor | undefined;
  self: Participant | undefined;
}

export const tokenHashOf = (token: string): string =>
  createHash('sha256').update(`hsl-participant/1 ${token}`).digest('hex');

/** Finds the sitting that a step is about, who takes the step, and records it. */
@Injectable()
export class SittingDesk {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly sessions: SessionsRepository,
    private readonly access: AccessService,
    private readonly relay: OutboxRelay,
  ) {}

  /** @throws ProblemError notFound */
  async session(actor: Actor | undefined, id: string): Promise<SessionRow> {
    const row = actor ? await this.sessions.find(actor.subdistrictId, id) : await this.sessions.findAnywhere(id);
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  /**
   * @param token of a participant without account, who acts as that participant whoever is signed in on the device
   * @param round the current one if absent
   * @throws ProblemError notFound, sittingNotPlanned, notInvited for a token of another sitting
   */
  async at(actor: Actor | undefined, id: string, token?: string, round?: number): Promise<AtDesk> {
    const session = await this.session(actor, id);
    const sitting = await this.sittingOf(session, round ?? session.round);
    if (!sitting) throw new ProblemError('sittingNotPlanned', { state: session.state });
    const { participants } = sitting;
    if (token === undefined) {
      const self = actor && participants.find((person) => isPerson(actor, person));
      return { session, sitting, actor, self };
    }
    const self = participants.find(({ tokenHash }) => tokenHash === tokenHashOf(token));
    if (!self) throw new ProblemError('notInvited');
    const resident: Actor = { userId: self.id, subdistrictId: session.subdistrictId, posts: [{ role: 'resident' }] };
    return { session, sitting, actor: resident, self };
  }

  async sittingOf({ subdistrictId, id: sessionId }: SessionRow, round: number): Promise<SittingRow | undefined> {
    const row = await this.database.forTenant(subdistrictId).sitting.findUnique({
      where: { sessionId_round: { sessionId, round } },
      include: { participants: { orderBy: { id: 'asc' } } },
    });
    return row ?? undefined;
  }

  /** @throws ProblemError as the abilities say; sessionNotOpen if `whileOpen` and it is over */
  authorize(ability: string, { session, actor, self }: Omit<AtDesk, 'sitting'>, more: Facts = {}): Grant {
    const facts = { ...factsOf(session, actor, self), ...more };
    return this.access.authorize(actor, ability, targetOf(session, actor, self), facts);
  }

  /** Whether the actor runs the session, and may read names. */
  runs({ session, actor, self }: Omit<AtDesk, 'sitting'>): boolean {
    if (!actor) return false;
    const [action] = this.access.actions(
      ...([actor, ['session.invite'], targetOf(session, actor, self)] as const),
      factsOf(session, actor, self),
    );
    return action?.allowed === true;
  }

  /**
   * @param clashes codes by the constraints of the database that refuse it
   * @throws ProblemError with the code; wrongState if somebody else was faster
   */
  async record(decision: Decision, clashes: Readonly<Record<string, ProblemCode>> = {}): Promise<void> {
    try {
      await recordDecision(this.database.pool(decision.subdistrictId), decision);
      this.relay.kick();
    } catch (error) {
      const clash = Object.keys(clashes).find((constraint) => isViolationOf(error, constraint));
      const code = clash === undefined ? undefined : clashes[clash];
      if (code !== undefined) throw new ProblemError(code, { cause: error });
      if (error instanceof VersionConflict) throw new ProblemError('wrongState', { cause: error });
      throw error;
    }
  }
}

/** @throws ProblemError sessionNotOpen */
export function assertOpen({ state }: SessionRow): void {
  if (state !== 'CONVENED') throw new ProblemError('sessionNotOpen', { state });
}
