import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { RevisitCall, RevisitCallEnded } from '@hsl/contracts/schemas/follow-ups';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { factsOf, targetOf } from '../matter/whistle-facts.js';
import { WhistleReader } from '../matter/whistle-reader.js';
import { WhistleRepository, type WhistleRow } from '../matter/whistle.repository.js';
import { RevisitCallsRepository } from './revisit-calls.repository.js';

/** Longer than a call; whoever closes the window without hanging up blocks nobody longer. */
const LEASE_MS = 10 * 60_000;
const MOST_LISTED = 100;
const REVISIT = 'whistle.revisit';
/** Conditions of that right that are asked of each matter here. */
const ASKED_OF_EACH = ['notHandledOrEntered', 'notHandlingDepartment'];

/** Two people must not call the same resident at once: who opens the sheet to call has it for a while. */
@Injectable()
export class RevisitCallsService {
  constructor(
    private readonly calls: RevisitCallsRepository,
    private readonly reader: WhistleReader,
    private readonly whistles: WhistleRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes it for ten minutes, or for ten more.
   * @throws ProblemError notFound, roleNotAllowed, wrongState as for the revisit; revisitCallTaken with the name
   */
  async take(actor: Actor, id: string): Promise<RevisitCall> {
    const { row } = await this.reader.get(actor, id, REVISIT);
    if (row.state !== 'REVISITING') throw new ProblemError('wrongState', { state: row.state });
    const now = this.clock.now();
    const call = {
      ...{ whistleId: row.id, subdistrictId: row.subdistrictId, heldBy: actor.userId },
      ...{ holderName: actor.name ?? actor.userId, takenAt: new Date(now), until: new Date(now + LEASE_MS) },
    };
    if (!(await this.calls.take(call))) await this.refuseIfTaken(row, actor.userId);
    return { whistleId: row.id, heldBy: call.holderName, mine: true, until: call.until.toISOString() };
  }

  /** Hung up, or looked away. @throws ProblemError notFound */
  async release(actor: Actor, id: string): Promise<RevisitCallEnded> {
    const { row } = await this.reader.get(actor, id, 'whistle.read');
    await this.end(row, actor.userId);
    return { whistleId: row.id };
  }

  async end(row: WhistleRow, userId: string): Promise<void> {
    await this.calls.release(row, userId);
  }

  /** @throws ProblemError revisitCallTaken with the name of who is calling, for everybody else */
  async refuseIfTaken(row: WhistleRow, userId: string): Promise<void> {
    if (row.state !== 'REVISITING') return;
    const call = await this.calls.running(row, new Date(this.clock.now()));
    if (call && call.heldBy !== userId) throw new ProblemError('revisitCallTaken', { heldBy: call.holderName });
  }

  /** Those of matters whose residents the reader might call. @throws ProblemError roleNotAllowed */
  async list(actor: Actor): Promise<{ items: RevisitCall[] }> {
    const { subdistrictId, userId } = actor;
    if (this.access.scopes(actor, REVISIT, ASKED_OF_EACH).length === 0) throw new ProblemError('roleNotAllowed');
    const calls = await this.calls.allRunning(subdistrictId, new Date(this.clock.now()), MOST_LISTED);
    const ids = calls.map(({ whistleId }) => whistleId);
    const rows = await this.whistles.findAll(subdistrictId, ids);
    const known = new Set(rows.filter((row) => this.mayCall(actor, row)).map(({ id }) => id));
    const items = calls
      .filter(({ whistleId }) => known.has(whistleId))
      .map(({ whistleId, heldBy, holderName, until }) => ({
        ...{ whistleId, heldBy: holderName, mine: heldBy === userId, until: until.toISOString() },
      }));
    return { items };
  }

  private mayCall(actor: Actor, row: WhistleRow): boolean {
    const facts = factsOf(row, actor, this.clock.now());
    return this.access.actions(actor, [REVISIT], targetOf(row), facts).some(({ allowed }) => allowed);
  }
}
