import { actorRefOf, type Actor } from '@hsl/access/actor';
import { fromIso, type Instant } from '@hsl/contracts/instants';
import type { ActorRef } from '@hsl/contracts/roles';
import type { PlanSitting, Sitting as Answer } from '@hsl/contracts/schemas/sittings';
import { isLight, modeOf } from '@hsl/domain/sitting-rules';
import { Clock } from '@hsl/platform/clock';
import { nameUuid } from '@hsl/platform/name-uuid';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { SessionRow } from '../sessions/sessions.repository.js';
import { SeatTemplates } from './seat-templates.js';
import { sittingPlanned, sittingReminded } from './sitting-decisions.js';
import { assertOpen, SittingDesk } from './sitting-desk.js';
import { sittingView } from './sitting-view.js';

/** When, in which form and where a session is held (S21, S97, S99). */
@Injectable()
export class SittingPlans {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly desk: SittingDesk,
    private readonly templates: SeatTemplates,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, also if nobody may read it; sittingNotPlanned */
  async get(actor: Actor, id: string, round?: number): Promise<Answer> {
    const at = await this.desk.at(actor, id, undefined, round);
    const { views } = this.desk.authorize('session.read', at);
    if (views.includes('publishedOnly')) throw new ProblemError('notFound');
    const template = await this.templates.of(actor.subdistrictId);
    return sittingView(at.sitting, template, this.desk.runs(at));
  }

  /**
   * Plans the current sitting, or plans it anew while the session is open.
   * @throws ProblemError notFound, roleNotAllowed, wrongState for a format the role may not convene, sessionNotOpen,
   *   validationFailed, unknownBooking
   */
  async plan(actor: Actor, id: string, body: PlanSitting): Promise<Answer> {
    const session = await this.desk.session(actor, id);
    const at = { session, actor, self: undefined };
    const { role } = this.desk.authorize('session.convene', at, { format: body.format });
    assertOpen(session);
    await this.check(session.subdistrictId, body, id);
    await this.record(session, body, actorRefOf(actor, role), this.clock.now());
    return this.get(actor, id);
  }

  /** Reminds whoever has not declined. @throws ProblemError notFound, roleNotAllowed, sessionNotOpen */
  async remind(actor: Actor, id: string): Promise<Answer> {
    const at = await this.desk.at(actor, id);
    const { role } = this.desk.authorize('session.invite', at);
    assertOpen(at.session);
    await this.desk.record(sittingReminded(at, actorRefOf(actor, role), this.clock.now()));
    return this.get(actor, id);
  }

  /** @throws ProblemError validationFailed, unknownBooking */
  async check(subdistrictId: string, plan: PlanSitting, sessionId?: string): Promise<void> {
    const { format, startsAt, endsAt, agenda, onlineLink, bookingId } = plan;
    if (fromIso(endsAt) <= fromIso(startsAt)) throw invalid('endsAt');
    if (agenda.length === 0 && !isLight(format)) throw invalid('agenda');
    if (onlineLink === undefined && modeOf(format) !== 'onSite') throw invalid('onlineLink');
    if (bookingId === undefined) return;
    const booking = await this.database.forTenant(subdistrictId).booking.findUnique({ where: { id: bookingId } });
    const isOurs = booking?.state === 'BOOKED' && (booking.sessionId === null || booking.sessionId === sessionId);
    if (!isOurs) throw new ProblemError('unknownBooking');
  }

  private async record(session: SessionRow, body: PlanSitting, by: ActorRef, at: Instant): Promise<void> {
    const sitting = await this.desk.sittingOf(session, session.round);
    const id = nameUuid('sitting', session.id, session.round);
    await this.desk.record(sittingPlanned({ session, id, version: sitting?.version ?? 0, body, by, at }));
  }
}

const invalid = (field: string): ProblemError =>
  new ProblemError('validationFailed', { errors: [{ field, code: 'required', message: field }] });
