import { DUPLICATE_RULES } from './duplicate-rules.js';
import { featuresOf, similarityOf } from './text-similarity.js';

/** Two reports and whether a liaison officer who reads both would call them one matter. */
export interface LabelledPair {
  id: string;
  half: Half;
  same: boolean;
  kind: string;
  a: string;
  b: string;
}

const HALVES = ['calibration', 'heldOut'] as const;
export type Half = (typeof HALVES)[number];

/**
 * Below these the check fails. The calibration half was looked at while the measure was made, so its figures flatter;
 * the other half is what to believe.
 */
export const FLOORS: Readonly<Record<Half, { precision: number; recall: number }>> = {
  calibration: { precision: 0.95, recall: 0.88 },
  heldOut: { precision: 0.82, recall: 0.8 },
};

export type Scored = LabelledPair & { score: number };

export interface Measured {
  half: Half;
  pairs: number;
  /** Of what is suggested, how much is right; of what is right, how much is suggested. */
  precision: number;
  recall: number;
  wrongSuggestions: Scored[];
  missed: Scored[];
}

/** How the measure does on each half. @throws RangeError if a half holds no pair that is one matter */
export function measureSimilarity(pairs: readonly LabelledPair[]): Measured[] {
  const scored = pairs.map((pair) => ({ ...pair, score: similarityOf(featuresOf(pair.a), featuresOf(pair.b)) }));
  return HALVES.map((half) =>
    measuredOf(
      half,
      scored.filter((pair) => pair.half === half),
    ),
  );
}

function measuredOf(half: Half, pairs: readonly Scored[]): Measured {
  const suggested = pairs.filter(({ score }) => score >= DUPLICATE_RULES.similarFrom);
  const right = suggested.filter(({ same }) => same).length;
  const same = pairs.filter((pair) => pair.same);
  if (same.length === 0) throw new RangeError(`no pair of the half ${half} is one matter`);
  return {
    ...{ half, pairs: pairs.length },
    precision: suggested.length === 0 ? 0 : right / suggested.length,
    recall: right / same.length,
    wrongSuggestions: suggested.filter((pair) => !pair.same).toSorted((a, b) => b.score - a.score),
    missed: same.filter((pair) => !suggested.includes(pair)).toSorted((a, b) => a.score - b.score),
  };
}

const EXAMPLES = 5;

/** Prints precision, recall and examples of what goes wrong. Returns the exit code: 1 below a floor. */
export function checkSimilarity(pairs: readonly LabelledPair[], print: (line: string) => void): number {
  const measured = measureSimilarity(pairs);
  for (const { half, pairs: count, precision, recall, wrongSuggestions, missed } of measured) {
    print(`${half}: ${count} pairs, precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`);
    for (const pair of wrongSuggestions.slice(0, EXAMPLES)) print(`  suggested, but two matters ${shown(pair)}`);
    for (const pair of missed.slice(0, EXAMPLES)) print(`  missed, but one matter      ${shown(pair)}`);
  }
  const below = measured.filter(
    ({ half, precision, recall }) => precision < FLOORS[half].precision || recall < FLOORS[half].recall,
  );
  for (const { half } of below) {
    print(`FAIL ${half}: the floors are precision ${FLOORS[half].precision}, recall ${FLOORS[half].recall}`);
  }
  return below.length === 0 ? 0 : 1;
}

const shown = ({ id, kind, score, a, b }: Scored): string => `${id} ${kind} ${score.toFixed(2)}: ${a} | ${b}`;
