import { randomUUID } from 'node:crypto';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { GiveOpinion, Opinion as Answer } from '@hsl/contracts/schemas/sitting-voices';
import type { Seat } from '@hsl/contracts/sessions';
import type { CommentState } from '@hsl/contracts/submissions';
import { asInstant } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { Opinion } from '../generated/prisma/client.js';
import { assertGoingOn, signedIn } from './sitting-checks.js';
import { assertOpen, SittingDesk } from './sitting-desk.js';

/** As many as one answer carries; a sitting lasts hours, not days. */
const MOST_OPINIONS = 1_000;

/** What is said at a sitting, with its time (S52, S99). */
@Injectable()
export class Opinions {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly desk: SittingDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * Whoever signed in speaks while the sitting goes on. A resident's words are looked at before others read them.
   * @throws ProblemError notFound, notInvited, notSignedIn, roleNotAllowed, sessionNotOpen, sittingClosed, sittingFull
   */
  async give(actor: Actor | undefined, id: string, { text, isDissent, token }: GiveOpinion): Promise<Answer> {
    const at = await this.desk.at(actor, id, token);
    const self = signedIn(at);
    const ability = isDissent ? 'session.recordDissent' : 'session.giveOpinion';
    const { role, views } = this.desk.authorize(ability, at);
    assertOpen(at.session);
    const now = this.clock.now();
    assertGoingOn(at.sitting, now);
    if ((await this.count(at.session.subdistrictId, at.sitting.id)) >= MOST_OPINIONS)
      throw new ProblemError('sittingFull');
    const isModerated = views.includes('moderated') || role === 'resident';
    const [opinionId, state] = [randomUUID(), isModerated ? 'PENDING' : 'PUBLISHED'];
    const { subdistrictId } = at.session;
    await this.desk.record({
      ...{ table: 'opinion', id: opinionId, subdistrictId, insert: true, at: now, source: 'topics', events: [] },
      decisionId: `opinion/${opinionId}#1`,
      patch: {
        ...{ sitting_id: at.sitting.id, participant_id: self.id, seat: self.seat, is_dissent: isDissent, text, state },
        at: asInstant(now),
      },
      timeline: [{ kind: 'opinionGiven', toState: state, actorId: self.id, actorRole: role }],
    });
    return opinionView(await this.existing(subdistrictId, at.sitting.id, opinionId));
  }

  /** In the order of their times; who does not run the session reads what was let through. */
  async list(actor: Actor, id: string, round?: number): Promise<Answer[]> {
    const at = await this.desk.at(actor, id, undefined, round);
    const { views } = this.desk.authorize('session.read', at);
    if (views.includes('publishedOnly')) throw new ProblemError('notFound');
    const rows = await this.of(at.session.subdistrictId, [at.sitting.id], this.desk.runs(at));
    return rows.map(opinionView);
  }

  of(subdistrictId: string, sittingIds: string[], all: boolean): Promise<Opinion[]> {
    return this.database.forTenant(subdistrictId).opinion.findMany({
      where: { sittingId: { in: sittingIds }, ...(all ? {} : { state: 'PUBLISHED' }) },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: MOST_OPINIONS * sittingIds.length,
    });
  }

  /** @throws ProblemError notFound, roleNotAllowed, wrongState if it was judged before */
  async moderate(actor: Actor, id: string, opinionId: string, publish: boolean): Promise<Answer> {
    const at = await this.desk.at(actor, id);
    const { role } = this.desk.authorize('session.recordMinutes', at);
    const { subdistrictId } = at.session;
    const row = await this.existing(subdistrictId, at.sitting.id, opinionId);
    if (row.state !== 'PENDING') throw new ProblemError('wrongState', { state: row.state });
    const state = publish ? 'PUBLISHED' : 'REJECTED';
    const by = actorRefOf(actor, role);
    await this.desk.record({
      ...{ table: 'opinion', id: row.id, subdistrictId, expectedVersion: row.version, at: this.clock.now() },
      ...{ decisionId: `opinion/${row.id}#${state}`, source: 'topics', events: [], patch: { state } },
      timeline: [
        { kind: 'opinionModerated', fromState: 'PENDING', toState: state, actorId: by.userId, actorRole: role },
      ],
    });
    return opinionView({ ...row, state });
  }

  private count(subdistrictId: string, sittingId: string): Promise<number> {
    return this.database.forTenant(subdistrictId).opinion.count({ where: { sittingId } });
  }

  private async existing(subdistrictId: string, sittingId: string, id: string): Promise<Opinion> {
    const isId = z.uuid().safeParse(id).success;
    const where = { subdistrictId, sittingId, id };
    const row = isId ? await this.database.forTenant(subdistrictId).opinion.findFirst({ where }) : null;
    if (!row) throw new ProblemError('notFound');
    return row;
  }
}

export const opinionView = ({ id, seat, isDissent, text, state, at }: Opinion): Answer => ({
  ...{ id, seat: seat as Seat, isDissent, text, state: state as CommentState, at: at.toISOString() },
});
