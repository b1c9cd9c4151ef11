import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { ScopeFilter } from '@hsl/access/target';
import type { LookBackItem, lookBackFilters } from '@hsl/contracts/schemas/follow-ups';
import { PROBLEMS } from '@hsl/contracts/problem-codes';
import { Clock } from '@hsl/platform/clock';
import type { Locale } from '@hsl/platform/locale';
import { decodeCursor, pageOf, type Page, type PageQuery } from '@hsl/platform/page';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import type { LookBack, Prisma } from '../generated/prisma/client.js';
import { factsOf, handledBy, targetOf } from '../matter/whistle-facts.js';
import { WhistleRepository, whistleWhere, type WhistleRow } from '../matter/whistle.repository.js';

export type LookBackQuery = PageQuery & z.output<z.ZodObject<typeof lookBackFilters>>;

const REPORT = 'lookBack.report';
const position = z.strictObject({ dueAt: z.iso.datetime(), whistleId: z.uuid(), sequence: z.int() });

/** Look-backs within the reader's scope, the earliest day first (S64). */
@Injectable()
export class LookBackListService {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly whistles: WhistleRepository,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError validationFailed for a cursor of another list */
  async list(actor: Actor, query: LookBackQuery, locale: Locale): Promise<Page<LookBackItem>> {
    const { limit, cursor } = query;
    const after = decodeCursor(cursor, position);
    const scopes = this.access.scopes(actor, 'lookBack.read');
    if (scopes.length === 0) return { items: [] };
    const rows = await this.database.forTenant(actor.subdistrictId).lookBack.findMany({
      where: {
        subdistrictId: actor.subdistrictId,
        AND: [this.filterOf(query), withinWhere(scopes, actor), afterWhere(after)],
      },
      orderBy: [{ dueAt: 'asc' }, { whistleId: 'asc' }, { sequence: 'asc' }],
      take: limit + 1,
    });
    const page = pageOf(rows, limit, ({ dueAt, whistleId, sequence }) => ({
      ...{ dueAt: dueAt.toISOString(), whistleId, sequence },
    }));
    const ids = [...new Set(page.items.map(({ whistleId }) => whistleId))];
    const matters = new Map((await this.whistles.findAll(actor.subdistrictId, ids)).map((one) => [one.id, one]));
    const items = page.items.flatMap((row) => {
      const matter = matters.get(row.whistleId);
      return matter ? [this.itemOf(actor, row, matter, locale)] : [];
    });
    return { ...page, items };
  }

  private filterOf({ state = 'SCHEDULED', due }: LookBackQuery): Prisma.LookBackWhereInput {
    const now = new Date(this.clock.now());
    if (due === undefined) return { state };
    return { state, dueAt: due === 'true' ? { lte: now } : { gt: now } };
  }

  private itemOf(actor: Actor, row: LookBack, matter: WhistleRow, locale: Locale): LookBackItem {
    const now = this.clock.now();
    const { number, communityId, place, facts, contents } = matter;
    const { whistleId, sequence, dueAt, reportedAt, contentId, reboundWhistleId } = row;
    const state = row.state as LookBackItem['state'];
    const { zh, en } = PROBLEMS.lookBackNotDue;
    const notDue = { legal: false, reasonCode: 'lookBackNotDue', reason: locale === 'en' ? en : zh };
    const isEarly = state === 'SCHEDULED' && dueAt.getTime() > now;
    const legality = { [REPORT]: isEarly ? notDue : { legal: state === 'SCHEDULED' } };
    const [action] = this.access.actions(
      ...([actor, [REPORT], targetOf(matter), factsOf(matter, actor, now), legality, locale] as const),
    );
    const written = contents.find(({ id }) => id === contentId)?.body as { note?: string } | undefined;
    return {
      ...{ whistleId, number, communityId, place: place ?? undefined, facts, sequence, state },
      ...{ dueAt: dueAt.toISOString(), reportedAt: reportedAt?.toISOString(), note: written?.note },
      ...{ reboundWhistleId: reboundWhistleId ?? undefined, action: action! },
    };
  }
}

/** Who sees the whole subdistrict asks for no matter: its look-backs are found without. */
function withinWhere(scopes: readonly ScopeFilter[], actor: Actor): Prisma.LookBackWhereInput {
  const seesAll = scopes.some(
    ({ subdistrictId, communityIds, departmentIds, memberIds, userId }) =>
      subdistrictId && !communityIds && !departmentIds && !memberIds && !userId,
  );
  return seesAll ? {} : { whistle: { OR: scopes.map((scope) => whistleWhere(assignedTo(scope, actor))) } };
}

/** A look-back is assigned to nobody before it is reported: to a handler those of the own unit's matters are (S64). */
const assignedTo = (scope: ScopeFilter, actor: Actor): ScopeFilter =>
  scope.role === 'handler' ? { ...scope, userId: undefined, departmentIds: handledBy(actor) } : scope;

function afterWhere(after: z.output<typeof position> | undefined): Prisma.LookBackWhereInput {
  if (!after) return {};
  const { whistleId, sequence } = after;
  const dueAt = new Date(after.dueAt);
  return {
    // What an index begins at; an OR leads into none.
    dueAt: { gte: dueAt },
    OR: [
      { dueAt: { gt: dueAt } },
      { dueAt, whistleId: { gt: whistleId } },
      { dueAt, whistleId, sequence: { gt: sequence } },
    ],
  };
}
