import type { Actor } from '@hsl/access/actor';
import { toIso } from '@hsl/contracts/instants';
import type { LightsAnswer, LightsQuery } from '@hsl/contracts/schemas/figures';
import { Clock } from '@hsl/platform/clock';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase } from '../database.js';
import { PlacesRepository } from '../projection/places.repository.js';
import { PositionRepository } from '../projection/position.repository.js';
import { figureById } from './definitions.js';
import { dimensionsOf, type FactFilter } from './fact-filter.js';
import { measured } from './figure-answer.js';
import { countedIn, FigureCounting, type CountedByPeriod } from './figure-counting.js';
import { FiguresReader } from './figures-reader.js';
import { lightOf } from './light.js';
import { OpenRedCardsRepository, type OpenRedCard } from './open-red-cards.repository.js';

const KINDS = ['department', 'community'] as const;
type Kind = (typeof KINDS)[number];
const ON_TIME = figureById('I4')!;
const SATISFIED = figureById('I7')!;

/** Red, amber or green for each department and community (I24). */
@Injectable()
export class LightsService {
  constructor(
    @Inject(TenantDatabase) private readonly database: TenantDatabase,
    private readonly reader: FiguresReader,
    private readonly counting: FigureCounting,
    private readonly redCards: OpenRedCardsRepository,
    private readonly places: PlacesRepository,
    private readonly position: PositionRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError roleNotAllowed */
  async read(actor: Actor, { from, to }: LightsQuery): Promise<LightsAnswer> {
    const { subdistrictId } = actor;
    const filter = this.reader.narrowed(actor, {});
    const db = this.database.pool(subdistrictId);
    const now = this.clock.now();
    const asOf = await this.position.asOf(db, subdistrictId);
    const cards = await this.redCards.old(db, subdistrictId, now);
    const names = await this.places.all(db, subdistrictId);
    const items: LightsAnswer['items'] = [];
    for (const kind of kindsWithin(filter)) {
      const query = { subdistrictId, filter, now, by: kind, periods: [{ from, to }] };
      const counts = await this.counting.count(db, [ON_TIME, SATISFIED], query);
      const ids = names.filter((place) => place.kind === kind && place.active).map(({ id }) => id);
      const seen = [...new Set([...ids, ...(counts[0]?.keys() ?? [])])].toSorted();
      const within = seen.filter((id) => filter[kind]?.includes(id) ?? true);
      const nameOf = (id: string): string | undefined =>
        names.find((place) => place.kind === kind && place.id === id)?.name;
      items.push(...within.map((id) => lightFor(kind, id, nameOf(id), counts, cards)));
    }
    return { from, to, ...(asOf === undefined ? {} : { asOf: toIso(asOf) }), serverNow: toIso(now), items };
  }
}

/** Whoever reads one department only has no lights of communities, and the other way round. */
const kindsWithin = (filter: FactFilter): readonly Kind[] =>
  dimensionsOf(filter).length === 0 ? KINDS : KINDS.filter((kind) => filter[kind] !== undefined);

function lightFor(
  kind: Kind,
  id: string,
  name: string | undefined,
  counts: CountedByPeriod,
  cards: readonly OpenRedCard[],
): LightsAnswer['items'][number] {
  const counted = countedIn(counts, 0, id);
  const [onTime, satisfied] = [measured(ON_TIME, counted), measured(SATISFIED, counted)];
  const openRedCards = cards.filter(
    (card) => (kind === 'department' ? card.department_id : card.community_id) === id,
  ).length;
  const facts = { onTime: onTime.value, satisfied: satisfied.value, openRedCards };
  return { kind, id, name, ...lightOf(facts), ...facts, smallSample: onTime.smallSample || satisfied.smallSample };
}
