import { DAY_MS } from '@hsl/domain/calendar-day';
import { DUPLICATE_RULES } from '@hsl/domain/duplicate-rules';
import { featuresOf, similarityOf } from '@hsl/domain/text-similarity';
import type { SimilarityReason } from '@hsl/contracts/submissions';
import type { Submission } from '../generated/prisma/client.js';

/** So far back a submission is looked for. */
export const SIMILAR_WITHIN_DAYS = 90;

export type Compared = Pick<Submission, 'categoryCode' | 'place' | 'text' | 'receivedAt'>;
export interface Similar<R extends Compared> {
  row: R;
  /** 0 to 1. */
  score: number;
  reasons: SimilarityReason[];
}

/** Which of others may tell of the same matter, the likeliest first (domain 4.5 duplicate); decides nothing. */
export function similarTo<R extends Compared>(one: Compared, others: readonly R[]): Similar<R>[] {
  const features = featuresOf(textOf(one));
  return others
    .map((row) => {
      const score = similarityOf(features, featuresOf(textOf(row)));
      return { row, score, reasons: reasonsOf(one, row, score) };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, DUPLICATE_RULES.mostSuggestions);
}

function reasonsOf(one: Compared, other: Compared, score: number): SimilarityReason[] {
  const apart = Math.abs(one.receivedAt.getTime() - other.receivedAt.getTime()) / DAY_MS;
  const isSamePlace =
    one.categoryCode !== null &&
    one.categoryCode === other.categoryCode &&
    one.place !== null &&
    one.place === other.place &&
    apart <= DUPLICATE_RULES.sameEstateWithinDays;
  return [
    ...(score >= DUPLICATE_RULES.similarFrom ? (['similarText'] as const) : []),
    ...(isSamePlace ? (['sameCategoryAndPlace'] as const) : []),
  ];
}

const textOf = ({ place, text }: Compared): string => [place, text].filter(Boolean).join('，');
