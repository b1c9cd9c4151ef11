import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import { expertFilters, type ExpertCard } from '@hsl/contracts/schemas/members';
import { decodeCursor, pageOf, pageQuerySchema, type Page } from '@hsl/platform/page';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ExpertsRepository } from './experts.repository.js';

/** Query of GET /api/experts. */
export const ExpertQuery = pageQuerySchema.extend(expertFilters);
export type ExpertQuery = z.output<typeof ExpertQuery>;

/** Experts who can be invited (S67). The abilities have no reading row of their own: who may search members may look. */
@Injectable()
export class ExpertsService {
  constructor(
    private readonly access: AccessService,
    private readonly experts: ExpertsRepository,
  ) {}

  /** @throws ProblemError roleNotAllowed for roles that search no members */
  async list(actor: Actor, { field, limit, cursor }: ExpertQuery): Promise<Page<ExpertCard>> {
    const { subdistrictId } = actor;
    this.access.authorize(actor, 'member.search', { subdistrictId, subdistrictWide: true });
    const rows = await this.experts.list(subdistrictId, { field, after: decodeCursor(cursor, z.string()), limit });
    const page = pageOf(rows, limit, ({ id }) => id);
    return { ...page, items: page.items.map(({ id, name, field, isFictional }) => ({ id, name, field, isFictional })) };
  }
}
