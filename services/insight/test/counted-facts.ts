import type { CloudEvent } from '@hsl/contracts/event';
import type { Dimension, Fact } from '../src/facts/fact.js';
import { factsOf } from '../src/facts/facts-of.js';
import { caseIdOf, groupedBy, type FactEvent } from '../src/facts/moment.js';
import { figureById } from '../src/figures/definitions.js';
import {
  NOTHING_COUNTED,
  valueOf,
  type Counted,
  type FigureValue,
  type KindCount,
} from '../src/figures/figure-value.js';

/** The facts of all cases that the events tell of. */
export const factsIn = (events: readonly CloudEvent[]): Fact[] =>
  groupedBy(events as readonly FactEvent[], caseIdOf).flatMap((told) => factsOf(told));

/** Kinds of which figures count the different keys. */
const DISTINCT_OF: Partial<Record<string, Dimension>> = {
  ...{ departmentCame: 'department', departmentTook: 'department' },
  ...{ communityTalked: 'community', tookPart: 'member' },
};

const sorted = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

/** As `percentile_cont`. */
function quantile(hours: readonly number[], q: number): number | undefined {
  if (hours.length === 0) return undefined;
  const place = q * (hours.length - 1);
  const [low, high] = [hours[Math.floor(place)]!, hours[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}

/** Facts counted one by one, without a database. */
export function countedFacts(facts: readonly Fact[], now = Infinity, places: Partial<Counted> = {}): Counted {
  const counted = facts.filter(({ leftOut, at }) => leftOut === undefined && at <= now);
  const kinds = groupedBy(counted, ({ kind }) => kind).map((group): [string, KindCount] => {
    const hours = sorted(group.flatMap((fact) => (fact.hours === undefined ? [] : [fact.hours])));
    const score = group.reduce((sum, fact) => sum + fact.score, 0);
    const hits = group.filter((fact) => fact.score !== 0).length;
    const timed = { median: quantile(hours, 0.5), p90: quantile(hours, 0.9) };
    const dimension = DISTINCT_OF[group[0]!.kind];
    const keys = group.map((fact) => (dimension === undefined ? '' : fact[dimension])).filter((key) => key !== '');
    const whole = { distinct: new Set(keys).size, standing: score };
    return [group[0]!.kind, { n: group.length, hits, score, ...timed, ...whole }];
  });
  return { ...NOTHING_COUNTED, kinds: new Map(kinds), ...places };
}

/** A figure of these events, worked out without a database. */
export const figureOf = (id: string, events: readonly CloudEvent[], places: Partial<Counted> = {}): FigureValue =>
  valueOf(figureById(id)!, countedFacts(factsIn(events), Infinity, places));
