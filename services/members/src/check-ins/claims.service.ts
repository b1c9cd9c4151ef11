import { AccessService } from '@hsl/access/access.service';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { CheckInDetails, ClaimCheckIn } from '@hsl/contracts/schemas/members';
import { checkInWorkflowId } from '@hsl/contracts/workflow-ids';
import { requestIdOf } from '@hsl/database/request-id';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { OutboxRelay } from '@hsl/kafka/outbox-relay';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { ProblemError } from '@hsl/platform/problem.error';
import { UpdateSender } from '@hsl/temporal/update-sender';
import { claimUpdate } from '@hsl/workflows/check-in/check-in.messages';
import { Inject, Injectable } from '@nestjs/common';
import { tellPostings } from '../areas/area-postings.js';
import { TenantDatabase, type MembersDatabase } from '../database.js';
import { KnownRepository } from '../known/known.repository.js';
import { CheckInsService } from './check-ins.service.js';
import { conflictOf } from './conflict-of-interest.js';
import { OpenRequests } from './open-requests.js';

/** Members who take a matter on unasked, and members who leave (domain 4.2 ASSIGNING, 4.5 leaves office). */
@Injectable()
export class ClaimsService {
  constructor(
    @Inject(TenantDatabase) private readonly database: MembersDatabase,
    private readonly access: AccessService,
    private readonly checkIns: CheckInsService,
    private readonly known: KnownRepository,
    private readonly updates: UpdateSender,
    private readonly openRequests: OpenRequests,
    private readonly relay: OutboxRelay,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound for a whistle that asks nobody, conflictOfInterest, alreadyAnswered once somebody came */
  async claim(
    actor: Actor,
    { whistleId }: ClaimCheckIn,
    key: string | undefined,
    locale: Locale,
  ): Promise<CheckInDetails> {
    const { subdistrictId } = actor;
    const process = await this.database
      .forTenant(subdistrictId)
      .checkInProcess.findUnique({ where: { id: whistleId } });
    if (!process) throw new ProblemError('notFound');
    const { communityId, categoryCode } = process;
    const known = await this.known.of(subdistrictId, [{ whistleId, communityId, categoryCode }]);
    const noConflict = !conflictOf(actor, { reasonCode: null }, known.departments.get(whistleId) ?? []);
    const { role } = this.access.authorize(actor, 'checkIn.claim', { subdistrictId, communityId }, { noConflict });
    const memberId = actor.posts.find((post) => post.role === 'member')?.memberId;
    if (memberId === undefined) throw new ProblemError('roleNotAllowed');
    const command = { by: actorRefOf(actor, role), memberId };
    const updateId = requestIdOf(actor, 'claim', whistleId, {}, key);
    const options = { updateId, notFound: 'alreadyAnswered', state: 'DONE' } as const;
    const { checkInId } = await this.updates.execute(checkInWorkflowId(whistleId), claimUpdate, command, options);
    return this.checkIns.get(actor, checkInId, locale);
  }

  /**
   * The member asks nobody's pardon: postings end today, every request that waits goes to the next member at once, and
   * what was done stays on record. Repeated it passes on what an earlier try has left.
   * @returns how many requests went on
   * @throws ProblemError notFound, roleNotAllowed, separationOfDuties; wrongState for who has left and has nothing open;
   *   temporalUnavailable with the office ended: repeat it
   */
  async leaveOffice(actor: Actor, memberId: string): Promise<{ id: string; passedOn: number }> {
    const { subdistrictId } = actor;
    const prisma = this.database.forTenant(subdistrictId);
    const member = await prisma.member.findUnique({ where: { id: memberId } });
    if (!member) throw new ProblemError('notFound');
    const notSelf = !actor.posts.some((post) => post.memberId === memberId);
    const target = { subdistrictId, subdistrictWide: true };
    const { role } = this.access.authorize(actor, 'member.manage', target, { notSelf });
    const isFirst = await this.endOffice(subdistrictId, memberId);
    const by = actorRefOf(actor, role);
    const passedOn = await this.openRequests.passOn(subdistrictId, { memberId, by, why: 'left' });
    if (!isFirst && passedOn === 0) throw new ProblemError('wrongState', { state: 'LEFT' });
    this.relay.kick();
    return { id: memberId, passedOn };
  }

  /**
   * Postings that have not begun never were; the others end today and stay as history.
   * @returns false for who had left before
   */
  private async endOffice(subdistrictId: string, memberId: string): Promise<boolean> {
    const at = this.clock.now();
    const today = dateOf(dayOf(at));
    return this.database.transaction(subdistrictId, async (db) => {
      const { rowCount } = await db.query('UPDATE member SET active = false WHERE id = $1 AND active', [memberId]);
      if (rowCount === 0) return false;
      await db.query('DELETE FROM area_assignment WHERE member_id = $1 AND first_day > $2::date', [memberId, today]);
      await db.query(
        `UPDATE area_assignment SET last_day = $2::date
         WHERE member_id = $1 AND (last_day IS NULL OR last_day > $2::date)`,
        [memberId, today],
      );
      await tellPostings(db, { subdistrictId, memberId, at, today });
      return true;
    });
  }
}
