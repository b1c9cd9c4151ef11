import type { Queryable } from '@hsl/database/queryable';
import { instantOn, parseDay } from '@hsl/domain/calendar-day';
import { Injectable } from '@nestjs/common';
import { PlacesRepository, type Place } from '../projection/places.repository.js';
import { restsOn } from './definitions.js';
import { dimensionsOf } from './fact-filter.js';
import { FigureCountsRepository, type CountQuery } from './figure-counts.repository.js';
import type { Basis, FigureDefinition } from './figure-definition.js';
import { ScoreRulesRepository } from './score-rules.repository.js';
import { NONE, NOTHING_COUNTED, type Counted, type KindCount } from './figure-value.js';

/** Counts by period, and within a period by key; the key is empty unless they are counted apart. */
export type CountedByPeriod = Map<string, Counted>[];

type Asked = Omit<CountQuery, 'kinds'>;

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
    const places = await this.places.all(db, query.subdistrictId);
    const weightsAt = await this.rules.weightsAt(db, query.subdistrictId);
    const about = placesOf(query, places);
    const inForce = query.periods.map(({ to }) => weightsAt(Math.min(query.now, instantOn(parseDay(to) + 1, 0) - 1)));
    const blank = (period: number, key: string): Counted => ({ ...about(key), weights: inForce[period]! });
    const found = query.periods.map((_, period) => new Map(query.by === undefined ? [['', blank(period, '')]] : []));
    for (const { period, kind, key, ...said } of await this.rows(db, figures, query)) {
      const keys = found[period]!;
      const known = keys.get(key) ?? blank(period, key);
      const kinds = new Map([...known.kinds, [kind, { ...NONE, ...known.kinds.get(kind), ...said }] as const]);
      keys.set(key, { ...known, kinds });
    }
    return found;
  }

  /** Each statement says its own part of a kind. */
  private async rows(db: Queryable, figures: readonly FigureDefinition[], query: Asked): Promise<SaidRow[]> {
    const kindsWhere = (holds: (basis: Basis) => boolean) => restsOn(figures.filter(({ basis }) => holds(basis)));
    const rows: SaidRow[] = await this.counts.counts(db, { ...query, kinds: restsOn(figures) });
    const timed = kindsWhere(({ is }) => is === 'quantile');
    rows.push(...(await this.counts.quantiles(db, { ...query, kinds: timed })));
    for (const dimension of ['department', 'community', 'member'] as const) {
      const kinds = kindsWhere((basis) => distinctOf(basis) === dimension);
      for (const { n, ...row } of await this.counts.distinct(db, { ...query, kinds }, dimension))
        rows.push({ ...row, distinct: n });
    }
    const kinds = kindsWhere(({ is }) => is === 'withoutGap');
    for (const { n, ...row } of await this.counts.standing(db, { ...query, kinds })) rows.push({ ...row, standing: n });
    return rows;
  }
}

type SaidRow = Partial<KindCount> & { period: number; kind: string; key: string };

/** What a figure counts the different keys of. */
function distinctOf(basis: Basis): 'department' | 'community' | 'member' | undefined {
  if (basis.is === 'distinct') return basis.by;
  return basis.is === 'coverage' ? 'community' : undefined;
}

/** What is known of a key before anything is counted: how many communities and households it is about. */
function placesOf({ filter, by }: Asked, places: readonly Place[]): (key: string) => Counted {
  const communities = places.filter(({ kind, active }) => kind === 'community' && active);
  const asked = filter.community;
  const isOfPlaces = [by, ...dimensionsOf(filter)].every((one) => one === undefined || one === 'community');
  return (key) => {
    const own = communities.filter(({ id }) =>
      by === 'community' ? id === key : asked === undefined || asked.includes(id),
    );
    const households = own.reduce((sum, place) => sum + (place.households ?? 0), 0);
    return { ...NOTHING_COUNTED, households, communities: isOfPlaces ? own.length : 0 };
  };
}
