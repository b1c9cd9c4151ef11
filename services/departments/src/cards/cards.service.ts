import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { Card, cardFilters } from '@hsl/contracts/schemas/department-tasks';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DepartmentBook } from '../directory/department-book.js';
import type { Prisma } from '../generated/prisma/client.js';
import { cardLegality, placeOf } from '../follow-through/follow-through-rights.js';
import { scopesOf, scopeWhere } from '../scope-where.js';
import { cardViewOf } from '../tasks/task-view.js';
import { cardPosition, CardRepository } from './card.repository.js';

export type CardQuery = PageQuery & z.output<z.ZodObject<typeof cardFilters>>;

/** Yellow and red cards, as far as the reader's right on them reaches (domain 4.4 rungs 2 and 3). */
@Injectable()
export class CardsService {
  constructor(
    private readonly access: AccessService,
    private readonly cards: CardRepository,
    private readonly book: DepartmentBook,
  ) {}

  /** @throws ProblemError roleNotAllowed, validationFailed for a cursor of another list */
  async list(actor: Actor, { limit, cursor, ...filters }: CardQuery, locale: Locale): Promise<Page<Card>> {
    const after = decodeCursor(cursor, cardPosition);
    const where: Prisma.CardWhereInput = { AND: [this.within(actor), filters] };
    const rows = await this.cards.list(actor.subdistrictId, where, limit, after);
    const named = await this.book.of(actor.subdistrictId);
    const page = pageOf(rows, limit, ({ issuedAt, id }) => ({ issuedAt: issuedAt.toISOString(), id }));
    const items = page.items.map((card) => {
      const legality = cardLegality(card);
      const target = placeOf(actor, card);
      const actions = this.access.actions(actor, Object.keys(legality), target, { notSelf: true }, legality, locale);
      return { ...cardViewOf(card, named(card.departmentId)), actions };
    });
    return { ...page, items };
  }

  /** The condition that selects the cards the actor may read. @throws ProblemError roleNotAllowed */
  within(actor: Actor): Prisma.CardWhereInput {
    return scopeWhere(scopesOf(this.access, actor, 'card.read'), actor);
  }
}
