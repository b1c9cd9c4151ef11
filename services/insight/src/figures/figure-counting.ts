import type { Queryable } from '@hsl/database/queryable';
import { Injectable } from '@nestjs/common';
import type { FactKind } from '../facts/fact.js';
import { PlacesRepository } from '../projection/places.repository.js';
import { figureById } from './definitions.js';
import { FigureCountsRepository, type CountQuery, type CountRow } from './figure-counts.repository.js';
import { kindsOf, type FigureDefinition } from './figure-definition.js';
import type { Counted, KindCount } from './figure-value.js';

/** Counts by period, and within a period by key; the key is empty unless they are counted apart. */
export type CountedByPeriod = Map<string, Counted>[];

const NOTHING: Counted = { kinds: new Map(), households: 0 };

/** Whole figures are asked of the key ''. */
export const countedIn = (counts: CountedByPeriod, period: number, key = ''): Counted =>
  counts[period]?.get(key) ?? NOTHING;

/** Counts everything that some figures rest on, in as few statements as that takes. */
@Injectable()
export class FigureCounting {
  constructor(
    private readonly counts: FigureCountsRepository,
    private readonly places: PlacesRepository,
  ) {}

  async count(
    db: Queryable,
    figures: readonly FigureDefinition[],
    query: Omit<CountQuery, 'kinds'>,
  ): Promise<CountedByPeriod> {
    const kinds = restsOn(figures);
    const timed = restsOn(figures.filter(({ basis }) => basis.is === 'quantile'));
    const [counted, quantiles, households] = [
      await this.counts.counts(db, { ...query, kinds }),
      await this.counts.quantiles(db, { ...query, kinds: timed }),
      await this.households(db, query),
    ];
    const found: CountedByPeriod = query.periods.map(() => new Map());
    for (const row of [...counted, ...quantiles]) {
      const keys = found[row.period]!;
      const known = keys.get(row.key)?.kinds ?? new Map<string, KindCount>();
      const merged = new Map([...known, [row.kind, withQuantiles(known.get(row.kind), row)]]);
      keys.set(row.key, { kinds: merged, households: households(row.key) });
    }
    return found;
  }

  private async households(
    db: Queryable,
    { subdistrictId, filter, by }: Omit<CountQuery, 'kinds'>,
  ): Promise<(key: string) => number> {
    const communities = (await this.places.all(db, subdistrictId)).filter(({ kind }) => kind === 'community');
    const asked = filter.community;
    return (key) =>
      communities
        .filter(({ id }) => (by === 'community' ? id === key : asked === undefined || asked.includes(id)))
        .reduce((sum, place) => sum + (place.households ?? 0), 0);
  }
}

function restsOn(figures: readonly FigureDefinition[]): FactKind[] {
  const parts = figures.flatMap(({ basis }) =>
    basis.is === 'weighted' ? basis.parts.map(([id]) => figureById(id)!) : [],
  );
  return [...new Set([...figures, ...parts].flatMap(kindsOf))];
}

const withQuantiles = (known: KindCount | undefined, { n, hits, score, median, p90 }: CountRow): KindCount =>
  known === undefined ? { n, hits, score, median, p90 } : { ...known, median, p90 };
