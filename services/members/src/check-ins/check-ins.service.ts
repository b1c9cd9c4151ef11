import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Facts, Target } from '@hsl/access/target';
import type { ActionView } from '@hsl/contracts/process-view';
import type { CheckIn, CheckInDetails } from '@hsl/contracts/schemas/members';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page } from '@hsl/platform/page';
import { ProblemError } from '@hsl/platform/problem.error';
import { Injectable } from '@nestjs/common';
import { KnownRepository, type Known } from '../known/known.repository.js';
import { checkInDetails, checkInView, legalityOf } from './check-in-view.js';
import { checkInKey, type CheckInQuery } from './check-in-query.js';
import { CheckInsRepository, type CheckInRow } from './check-ins.repository.js';
import { conflictOf } from './conflict-of-interest.js';

const ACTIONS = ['checkIn.confirm', 'checkIn.decline'];

/** Check-ins as their readers may see them. */
@Injectable()
export class CheckInsService {
  constructor(
    private readonly access: AccessService,
    private readonly checkIns: CheckInsRepository,
    private readonly known: KnownRepository,
  ) {}

  async list(actor: Actor, query: CheckInQuery, locale: Locale): Promise<Page<CheckIn>> {
    const { mine, communityId, state, whistleId, limit, cursor } = query;
    const rows = await this.checkIns.list(actor.subdistrictId, {
      scopes: this.access.scopes(actor, 'checkIn.read'),
      memberIds: mine === 'true' ? memberIdsOf(actor) : undefined,
      communityId,
      state,
      whistleId,
      after: decodeCursor(cursor, checkInKey),
      limit,
    });
    const page = pageOf(rows, limit, ({ requestedAt, id }) => ({ requestedAt: requestedAt.toISOString(), id }));
    const known = await this.known.of(actor.subdistrictId, page.items);
    const items = page.items.map((row) => checkInView(row, this.actions(actor, row, known, locale), known));
    return { ...page, items };
  }

  /** @throws ProblemError notFound, or roleNotAllowed for a role that has no business with check-ins */
  async get(actor: Actor, id: string, locale: Locale): Promise<CheckInDetails> {
    const row = await this.getRow(actor, id);
    const [others, known] = await Promise.all([this.checkIns.others(row), this.known.of(actor.subdistrictId, [row])]);
    return checkInDetails(row, others, this.actions(actor, row, known, locale), known, locale);
  }

  /**
   * The row, if the actor may know of it. An id that does not exist is answered as one that is out of reach.
   * @throws ProblemError notFound or roleNotAllowed
   */
  async getRow(actor: Actor, id: string): Promise<CheckInRow> {
    const row = await this.checkIns.find(actor.subdistrictId, id);
    this.access.authorize(actor, 'checkIn.read', row ? targetOf(row) : { subdistrictId: actor.subdistrictId });
    if (!row) throw new ProblemError('notFound');
    return row;
  }

  private actions(actor: Actor, row: CheckInRow, known: Known, locale: Locale): ActionView[] {
    const facts = factsOf(actor, row, known);
    return this.access.actions(actor, ACTIONS, targetOf(row), facts, legalityOf(row, locale), locale);
  }
}

export const targetOf = ({ subdistrictId, communityId, memberId, state }: CheckInRow): Target => ({
  subdistrictId,
  communityId,
  memberIds: [memberId],
  state,
});

/** The relations that the abilities of a check-in ask for. */
export const factsOf = (actor: Actor, row: CheckInRow, { departments }: Known): Facts => ({
  noConflict: !conflictOf(actor, row, departments.get(row.whistleId) ?? []),
});

const memberIdsOf = ({ posts }: Actor): string[] => posts.flatMap(({ memberId }) => memberId ?? []);
