import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type { Facts, Grant } from '@hsl/access/target';
import { isWhistleOpen, type WhistleState } from '@hsl/contracts/states';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import type { Locale } from '@hsl/platform/locale';
import { Injectable } from '@nestjs/common';
import { ACTION_NAMES, legalityOf } from './whistle-actions.js';
import { factsOf, targetOf } from './whistle-facts.js';
import { whistleViewOf } from './whistle-view.js';
import { WhistleRepository, type WhistleRow } from './whistle.repository.js';

/** Finds a whistle for somebody who wants to see it or act on it, and says what they may know and do. */
@Injectable()
export class WhistleReader {
  constructor(
    private readonly repository: WhistleRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /**
   * The whistle, if the actor may do this to it.
   * @throws ProblemError notFound for an unknown one and for one that the actor may not know of, alike; then as the
   *   table of rights says
   */
  async get(actor: Actor, idOrNumber: string, action: string): Promise<{ row: WhistleRow; grant: Grant }> {
    const row = await this.repository.find(actor.subdistrictId, idOrNumber);
    if (!row) throw new ProblemError('notFound');
    const grant = this.access.authorize(actor, action, targetOf(row), factsOf(row, actor, this.clock.now()));
    return { row, grant };
  }

  /**
   * The whistle for a step whose right may depend on it.
   * @param dutiesOf what the request has brought with it, by the names of the table of rights
   * @throws ProblemError as `get` does
   */
  async reach(
    actor: Actor,
    idOrNumber: string,
    actionOf: (row: WhistleRow) => string,
    dutiesOf: (row: WhistleRow) => Facts,
  ): Promise<{ row: WhistleRow; grant: Grant; action: string }> {
    const row = await this.repository.find(actor.subdistrictId, idOrNumber);
    if (!row) throw new ProblemError('notFound');
    const action = actionOf(row);
    const facts = { ...factsOf(row, actor, this.clock.now()), ...dutiesOf(row) };
    return { row, action, grant: this.access.authorize(actor, action, targetOf(row), facts) };
  }

  /** Where it is by now: it may have gone on since the row was read. */
  async stateOf({ subdistrictId, id, state }: WhistleRow): Promise<string> {
    return (await this.repository.find(subdistrictId, id))?.state ?? state;
  }

  async view(actor: Actor, idOrNumber: string, locale: Locale) {
    const { row, grant } = await this.get(actor, idOrNumber, 'whistle.read');
    const now = this.clock.now();
    const facts = { ...factsOf(row, actor, now), openMatter: isWhistleOpen(row.state as WhistleState) };
    const actions = this.access.actions(actor, ACTION_NAMES, targetOf(row), facts, legalityOf(row), locale);
    return whistleViewOf(row, grant.views, actions, now);
  }
}
