import { DUPLICATE_RULES } from './duplicate-rules.js';
import { anchorNames, anchorsOf, placeConflicts, type PlaceAnchors } from './place-anchors.js';
import { FILLERS, NO_THINGS, OPPOSITES, SAME_WORDS, type Concept } from './similarity-words.js';
import { writtenForm } from './written-form.js';

/** What counts how much: a concept stands for a whole word, a pair of characters for a part of one. */
const WEIGHTS = { concept: 2, pair: 1, anchor: 1 } as const;
/** Share of containment (how much of the shorter text is in the longer) against Dice (how much they share of both). */
const CONTAINMENT_SHARE = 0.5;
/** A text of less weight says too little for its being contained in a longer one to mean much. */
const TELLING_WEIGHT = 6;
/** What is left of the likeness, per kind of place that differs and per opposite that is asked for. */
const CONFLICT_FACTOR = 0.4;
/** What is left when each names things and none of the other's: electric bicycles and pedlars at one gate. */
const OTHER_THING_FACTOR = 0.6;
/**
 * The raw measure from which two texts speak of one matter: a step above the lowest that keeps 95 % precision on the
 * calibration half of fixtures/similar-texts.json (docs/decisions/0014-similarity-threshold.md).
 */
const RAW_THRESHOLD = 0.475;

/** A text taken apart once, to be compared with many. */
export interface TextFeatures {
  weights: ReadonlyMap<string, number>;
  total: number;
  concepts: ReadonlySet<Concept>;
  things: ReadonlySet<Concept>;
  anchors: PlaceAnchors;
}

const CONCEPT_OF = new Map(
  (Object.keys(SAME_WORDS) as Concept[]).flatMap((concept) =>
    SAME_WORDS[concept].split(' ').map((word) => [word, concept] as const),
  ),
);
/** Concepts and fillers, the longest first, so that 不同意 is not read as 同意. */
const WORDS = new RegExp(
  [...new Set([...CONCEPT_OF.keys(), ...FILLERS.split(' ')])].toSorted((a, b) => b.length - a.length).join('|'),
  'gu',
);
const PUNCTUATION = /[^\p{L}\p{N}]+/gu;

/** What a text is compared by: its concepts, the pairs of characters between them, and where it says it is. */
export function featuresOf(text: string): TextFeatures {
  const { anchors, rest } = anchorsOf(writtenForm(text));
  const concepts = new Set<Concept>();
  const between = rest.replaceAll(PUNCTUATION, ' ').replaceAll(WORDS, (word) => {
    const concept = CONCEPT_OF.get(word);
    if (concept) concepts.add(concept);
    return ' ';
  });
  const weights = new Map<string, number>([
    ...[...concepts].map((name) => [`concept:${name}`, WEIGHTS.concept] as const),
    ...anchorNames(anchors).map((name) => [name, WEIGHTS.anchor] as const),
    ...between
      .split(' ')
      .flatMap(pairsOf)
      .map((pair) => [pair, WEIGHTS.pair] as const),
  ]);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const things = new Set([...concepts].filter((concept) => !NO_THINGS.has(concept)));
  return { weights, total, concepts, things, anchors };
}

const pairsOf = (fragment: string): string[] =>
  Array.from({ length: Math.max(0, fragment.length - 1) }, (_, at) => fragment.slice(at, at + 2));

/**
 * How likely two short Chinese texts speak of one matter: 0..1, the same in both directions. From
 * DUPLICATE_RULES.similarFrom (0.8) on it is worth a suggestion (domain 4.5 duplicate); below, the figure only ranks.
 * Two texts that share words score low by any raw measure, so the scale is bent: the raw threshold is shown as 0.8.
 */
export function similarityOf(a: TextFeatures, b: TextFeatures): number {
  const { similarFrom } = DUPLICATE_RULES;
  const raw = rawSimilarity(a, b);
  return raw < RAW_THRESHOLD
    ? (raw / RAW_THRESHOLD) * similarFrom
    : similarFrom + ((raw - RAW_THRESHOLD) / (1 - RAW_THRESHOLD)) * (1 - similarFrom);
}

function rawSimilarity(a: TextFeatures, b: TextFeatures): number {
  if (a.total === 0 || b.total === 0) return 0;
  let shared = 0;
  for (const [name, weight] of a.weights) if (b.weights.has(name)) shared += weight;
  const smaller = Math.min(a.total, b.total);
  const dice = (2 * shared) / (a.total + b.total);
  const containment = (shared / smaller) * Math.min(1, smaller / TELLING_WEIGHT);
  const likeness = Math.max(dice, CONTAINMENT_SHARE * containment + (1 - CONTAINMENT_SHARE) * dice);
  const conflicts = placeConflicts(a.anchors, b.anchors) + oppositesBetween(a.concepts, b.concepts);
  return likeness * CONFLICT_FACTOR ** conflicts * (areOtherThings(a.things, b.things) ? OTHER_THING_FACTOR : 1);
}

/** 1 for the one, -1 for the other, 0 for neither or both. */
const stanceOf = (concepts: ReadonlySet<Concept>, one: Concept, other: Concept): number =>
  Number(concepts.has(one)) - Number(concepts.has(other));

const oppositesBetween = (a: ReadonlySet<Concept>, b: ReadonlySet<Concept>): number =>
  OPPOSITES.filter(([one, other]) => stanceOf(a, one, other) * stanceOf(b, one, other) < 0).length;

const areOtherThings = (a: ReadonlySet<Concept>, b: ReadonlySet<Concept>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((thing) => b.has(thing));
