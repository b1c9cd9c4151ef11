import type { Queryable } from '@hsl/database/queryable';
import { instantOn, parseDay } from '@hsl/domain/calendar-day';
import { Injectable } from '@nestjs/common';
import { PlacesRepository, type Place } from '../projection/places.repository.js';
import { restsOn } from './definitions.js';
import { FigureCountsRepository, type CountQuery, type CountRow } from './figure-counts.repository.js';
import type { FigureDefinition } from './figure-definition.js';
import { ScoreRulesRepository } from './score-rules.repository.js';
import { NOTHING_COUNTED, type Counted, type KindCount } from './figure-value.js';

/** Counts by period, and within a period by key; the key is empty unless they are counted apart. */
export type CountedByPeriod = Map<string, Counted>[];

type Asked = Omit<CountQuery, 'kinds'>;

const IN_PLACES: readonly string[] = ['distinct', 'coverage', 'withoutGap'];

/** Whole figures are asked of the key ''. */
export const countedIn = (counts: CountedByPeriod, period: number, key = ''): Counted =>
  counts[period]?.get(key) ?? NOTHING_COUNTED;

/** Counts everything that some figures rest on, in as few statements as that takes. */
@Injectable()
export class FigureCounting {
  constructor(
    private readonly counts: FigureCountsRepository,
    private readonly places: PlacesRepository,
    private readonly rules: ScoreRulesRepository,
  ) {}

  async count(db: Queryable, figures: readonly FigureDefinition[], query: Asked): Promise<CountedByPeriod> {
    const ofBasis = (names: readonly string[]) => restsOn(figures.filter(({ basis }) => names.includes(basis.is)));
    const [counted, quantiles, inPlaces, places, weightsAt] = [
      await this.counts.counts(db, { ...query, kinds: restsOn(figures) }),
      await this.counts.quantiles(db, { ...query, kinds: ofBasis(['quantile']) }),
      await this.counts.places(db, { ...query, kinds: ofBasis(IN_PLACES) }),
      await this.places.all(db, query.subdistrictId),
      await this.rules.weightsAt(db, query.subdistrictId),
    ];
    const about = placesOf(query, places);
    const inForce = query.periods.map(({ to }) => weightsAt(Math.min(query.now, instantOn(parseDay(to) + 1, 0) - 1)));
    const blank = (period: number, key: string): Counted => ({ ...about(key), weights: inForce[period]! });
    const found = query.periods.map((_, period) => new Map(query.by === undefined ? [['', blank(period, '')]] : []));
    for (const row of [...counted, ...quantiles, ...inPlaces]) {
      const keys = found[row.period]!;
      const known = keys.get(row.key) ?? blank(row.period, row.key);
      const kinds = new Map([...known.kinds, [row.kind, merged(known.kinds.get(row.kind), row)] as const]);
      keys.set(row.key, { ...known, kinds });
    }
    return found;
  }
}

/** What is known of a key before anything is counted: how many communities and households it is about. */
function placesOf({ filter, by }: Asked, places: readonly Place[]): (key: string) => Counted {
  const communities = places.filter(({ kind, active }) => kind === 'community' && active);
  const asked = filter.community;
  return (key) => {
    const own = communities.filter(({ id }) =>
      by === 'community' ? id === key : asked === undefined || asked.includes(id),
    );
    const households = own.reduce((sum, place) => sum + (place.households ?? 0), 0);
    return { ...NOTHING_COUNTED, households, communities: own.length };
  };
}

/** Each statement says its own part of a kind; what they count alike, they count the same. */
function merged(known: KindCount | undefined, { n, hits, score, ...more }: CountRow): KindCount {
  const { median, p90, departments, communities, members, standing } = more;
  const told = Object.entries({ median, p90, departments, communities, members, standing }).filter(
    ([, value]) => value != null,
  );
  return { n, hits, score, ...known, ...(Object.fromEntries(told) as Partial<KindCount>) };
}
