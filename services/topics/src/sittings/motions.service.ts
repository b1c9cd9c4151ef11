import { randomUUID } from 'node:crypto';
import { actorRefOf, type Actor } from '@hsl/access/actor';
import type { CastVote, Motion as Answer, SittingRoom } from '@hsl/contracts/schemas/sitting-voices';
import type { SessionFormat, VoteChoice } from '@hsl/contracts/sessions';
import { asInstant } from '@hsl/database/sql-values';
import { modeOf } from '@hsl/domain/sitting-rules';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { assertGoingOn, signedIn } from './sitting-checks.js';
import { assertOpen, SittingDesk, type AtDesk } from './sitting-desk.js';
import { attendanceOf } from './sitting-view.js';

const MOST_MOTIONS = 20;

type MotionRow = { id: string; sitting_id: string; text: string; put_at: Date } & Record<VoteChoice, number>;

/** What an online or hybrid sitting votes on (S99). */
@Injectable()
export class Motions {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly desk: SittingDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * What somebody needs who takes part; at an open sitting everybody.
   * @throws ProblemError notFound, notAuthenticated, notInvited, roleNotAllowed, sessionNotOpen, sittingNotPlanned
   */
  async join(actor: Actor | undefined, id: string, token: string | undefined): Promise<SittingRoom> {
    const at = await this.desk.at(actor, id, token);
    this.desk.authorize('session.join', at);
    assertOpen(at.session);
    const { sitting } = at;
    const format = sitting.format as SessionFormat;
    return {
      ...{ format, mode: modeOf(format), agenda: sitting.agenda, onlineLink: sitting.onlineLink ?? undefined },
      ...{ startsAt: sitting.startsAt.toISOString(), endsAt: sitting.endsAt.toISOString() },
      motions: await this.of(at.session.subdistrictId, sitting.id),
    };
  }

  /** For whoever reads the session, also when it is over. @throws ProblemError notFound, sittingNotPlanned */
  async list(actor: Actor, id: string, round?: number): Promise<Answer[]> {
    const at = await this.desk.at(actor, id, undefined, round);
    const { views } = this.desk.authorize('session.read', at);
    if (views.includes('publishedOnly')) throw new ProblemError('notFound');
    return this.of(at.session.subdistrictId, at.sitting.id);
  }

  /** @throws ProblemError notFound, roleNotAllowed, sessionNotOpen, notOnline, sittingFull */
  async put(actor: Actor, id: string, text: string): Promise<Answer> {
    const at = await this.desk.at(actor, id);
    const { role } = this.desk.authorize('session.recordMinutes', at);
    assertVotable(at);
    const { subdistrictId } = at.session;
    if ((await this.of(subdistrictId, at.sitting.id)).length >= MOST_MOTIONS) throw new ProblemError('sittingFull');
    const [motionId, now, by] = [randomUUID(), this.clock.now(), actorRefOf(actor, role)];
    await this.desk.record({
      ...{ table: 'motion', id: motionId, subdistrictId, insert: true, at: now, source: 'topics', events: [] },
      decisionId: `motion/${motionId}#1`,
      patch: { sitting_id: at.sitting.id, text, put_at: asInstant(now) },
      timeline: [{ kind: 'motionPut', actorId: by.userId, actorRole: by.role }],
    });
    return this.one(subdistrictId, at.sitting.id, motionId);
  }

  /**
   * One vote for each who may, once; nobody votes before the quorum is there.
   * @throws ProblemError notFound, notInvited, notSignedIn, roleNotAllowed for who has no vote, sessionNotOpen,
   *   notOnline, sittingClosed, quorumNotReached, alreadyVoted
   */
  async vote(actor: Actor | undefined, id: string, motionId: string, { choice, token }: CastVote): Promise<Answer> {
    const at = await this.desk.at(actor, id, token);
    const self = signedIn(at);
    this.desk.authorize('session.vote', at);
    assertVotable(at);
    const { subdistrictId } = at.session;
    const now = this.clock.now();
    assertGoingOn(at.sitting, now);
    await this.one(subdistrictId, at.sitting.id, motionId);
    if (!attendanceOf(at.sitting).isQuorate) throw new ProblemError('quorumNotReached');
    const cast = await this.database.query<{ choice: string }>(
      subdistrictId,
      `INSERT INTO vote (subdistrict_id, motion_id, participant_id, choice, cast_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING RETURNING choice`,
      [subdistrictId, motionId, self.id, choice, asInstant(now)],
    );
    if (cast.length === 0) throw new ProblemError('alreadyVoted');
    return this.one(subdistrictId, at.sitting.id, motionId);
  }

  private async of(subdistrictId: string, sittingId: string): Promise<Answer[]> {
    return (await this.ofAll(subdistrictId, [sittingId])).map(({ motion }) => motion);
  }

  /** With what was voted so far. */
  async ofAll(subdistrictId: string, sittingIds: readonly string[]): Promise<{ sittingId: string; motion: Answer }[]> {
    const rows = await this.database.query<MotionRow>(
      subdistrictId,
      `SELECT m.id, m.sitting_id, m.text, m.put_at,
          count(*) FILTER (WHERE v.choice = 'for')::int AS "for",
          count(*) FILTER (WHERE v.choice = 'against')::int AS against,
          count(*) FILTER (WHERE v.choice = 'abstain')::int AS abstain
        FROM motion m LEFT JOIN vote v ON v.motion_id = m.id
        WHERE m.sitting_id = ANY ($1::uuid[]) GROUP BY m.id ORDER BY m.put_at, m.id`,
      [sittingIds],
    );
    return rows.map(({ sitting_id: sittingId, put_at: putAt, ...row }) => ({
      sittingId,
      motion: { ...row, putAt: putAt.toISOString(), isCarried: row.for > row.against },
    }));
  }

  private async one(subdistrictId: string, sittingId: string, motionId: string): Promise<Answer> {
    const isId = z.uuid().safeParse(motionId).success;
    const motion = (isId ? await this.of(subdistrictId, sittingId) : []).find(({ id }) => id === motionId);
    if (!motion) throw new ProblemError('notFound');
    return motion;
  }
}

function assertVotable({ session, sitting }: AtDesk): void {
  assertOpen(session);
  if (modeOf(sitting.format as SessionFormat) === 'onSite') throw new ProblemError('notOnline');
}
