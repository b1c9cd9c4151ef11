import type { Actor } from '@hsl/access/actor';
import type { SittingMinutes as Answer, ScoreSitting, SittingScores } from '@hsl/contracts/schemas/sitting-voices';
import type { Seat } from '@hsl/contracts/sessions';
import { asInstant } from '@hsl/database/sql-values';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import type { SessionRow } from '../sessions/sessions.repository.js';
import { heldIn } from './held-in.js';
import { signedIn } from './sitting-checks.js';
import { SittingDesk, type SittingRow } from './sitting-desk.js';
import { SittingRecords } from './sitting-records.js';

/** Each who took part signs once. */
const MOST_SIGNATURES = 500;

/** What is kept of a sitting that was held (S52), who signed it, and how it is scored (S30). */
@Injectable()
export class SittingMinutes {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly desk: SittingDesk,
    private readonly records: SittingRecords,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError notFound, minutesNotFinal */
  async get(actor: Actor, id: string, round?: number): Promise<Answer> {
    const session = await this.desk.session(actor, id);
    const { views } = this.desk.authorize('session.read', { session, actor, self: undefined });
    if (views.includes('publishedOnly')) throw new ProblemError('notFound');
    return this.of(session, round);
  }

  private async of(session: SessionRow, round?: number): Promise<Answer> {
    const { subdistrictId } = session;
    const held = heldIn(session, round);
    const [found] = await this.records.of(subdistrictId, [held]);
    const { sitting, record } = found!;
    return {
      ...record,
      scores: sitting ? await this.scoresOf(subdistrictId, sitting.id) : { count: 0 },
      signatures: sitting ? await this.signaturesOf(subdistrictId, held.minutes.id, sitting) : [],
    };
  }

  /** @throws ProblemError notFound, notInvited, notSignedIn, roleNotAllowed, minutesNotFinal, alreadySigned */
  async sign(actor: Actor | undefined, id: string, token: string | undefined): Promise<Answer> {
    const { round, minutes } = heldIn(await this.desk.session(actor, id));
    const at = await this.desk.at(actor, id, token, round);
    const self = signedIn(at);
    this.desk.authorize('session.signMinutes', at);
    const signed = await this.database.query(
      at.session.subdistrictId,
      `INSERT INTO minutes_signature (subdistrict_id, minutes_id, participant_id, signed_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING RETURNING signed_at`,
      [at.session.subdistrictId, minutes.id, self.id, asInstant(this.clock.now())],
    );
    if (signed.length === 0) throw new ProblemError('alreadySigned');
    return this.of(at.session, round);
  }

  /**
   * Whoever was there scores it once it is over, and so does the office; not who convened it.
   * @throws ProblemError notFound, notInvited, notSignedIn, roleNotAllowed, separationOfDuties, minutesNotFinal,
   *   alreadyScored
   */
  async score(actor: Actor | undefined, id: string, { token, ...score }: ScoreSitting): Promise<SittingScores> {
    const { round } = heldIn(await this.desk.session(actor, id));
    const at = await this.desk.at(actor, id, token, round);
    const { role } = this.desk.authorize('session.evaluate', at);
    const scorer = role === 'liaisonOfficer' && actor ? actor.userId : signedIn(at).id;
    const { subdistrictId } = at.session;
    const { effect, character, response } = score;
    const scored = await this.database.query(
      subdistrictId,
      `INSERT INTO sitting_score (subdistrict_id, sitting_id, scorer, effect, character, response, scored_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING scored_at`,
      [subdistrictId, at.sitting.id, scorer, effect, character, response, asInstant(this.clock.now())],
    );
    if (scored.length === 0) throw new ProblemError('alreadyScored');
    return this.scoresOf(subdistrictId, at.sitting.id);
  }

  private async scoresOf(subdistrictId: string, sittingId: string): Promise<SittingScores> {
    const { _avg: mean, _count: count } = await this.database.forTenant(subdistrictId).sittingScore.aggregate({
      where: { sittingId },
      _avg: { effect: true, character: true, response: true },
      _count: true,
    });
    const known = (value: number | null): number | undefined => value ?? undefined;
    return {
      ...{ count, effect: known(mean.effect), character: known(mean.character), response: known(mean.response) },
    };
  }

  private async signaturesOf(subdistrictId: string, minutesId: string, { participants }: SittingRow) {
    const rows = await this.database.forTenant(subdistrictId).minutesSignature.findMany({
      where: { minutesId },
      orderBy: { signedAt: 'asc' },
      take: MOST_SIGNATURES,
    });
    const seats = new Map(participants.map(({ id, seat }) => [id, seat as Seat]));
    return rows.map(({ participantId, signedAt }) => ({
      ...{ participantId, seat: seats.get(participantId) ?? 'stakeholder', signedAt: signedAt.toISOString() },
    }));
  }
}
