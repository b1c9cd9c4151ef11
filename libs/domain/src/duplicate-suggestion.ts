import type { Instant } from '@hsl/contracts/instants';
import { isWhistleOpen, type WhistleState } from '@hsl/contracts/states';
import type { SuggestionKind, SuggestionReason } from '@hsl/contracts/suggestions';
import { DAY_MS } from './calendar-day.js';
import { DUPLICATE_RULES } from './duplicate-rules.js';
import { repeatRefusalOf } from './repeat-rule.js';
import { featuresOf, similarityOf, type TextFeatures } from './text-similarity.js';

/** What a report says of its matter. */
export interface MatterWords {
  categoryCode: string;
  communityId: string;
  estateId?: string;
  place?: string;
  facts?: string;
  blownAt: Instant;
}

/** Of a merged whistle: its own words, and where its master stands. */
export interface KnownMatter extends MatterWords {
  state: WhistleState;
  concludedAt?: Instant;
}

export interface Suggestion {
  kind: SuggestionKind;
  /** Similarity of the texts, 0..1. */
  score: number;
  reasons: SuggestionReason[];
}

/**
 * Says of known matters whether they may be the one that a report is about (domain 4.5 duplicate; repeat within 90 days
 * of conclusion). Takes the report apart once.
 */
export class SuggestionRule {
  private readonly text: TextFeatures;
  private readonly place: TextFeatures;

  /** @param repeatDays for how many days a concluded matter can be repeated, by the rule set */
  constructor(
    private readonly report: MatterWords,
    private readonly repeatDays: number,
  ) {
    this.text = featuresOf(textOf(report));
    this.place = featuresOf(report.place ?? '');
  }

  /** Undefined for a matter that is not worth showing. */
  of(known: KnownMatter): Suggestion | undefined {
    const kind = this.kindOf(known);
    if (kind === undefined || !this.isWithinReach(known)) return undefined;
    const score = this.isOtherEstate(known) ? 0 : similarityOf(this.text, featuresOf(textOf(known)));
    const reasons: SuggestionReason[] = [
      ...this.placeReasons(known, kind),
      ...(score >= DUPLICATE_RULES.similarFrom ? (['similarText'] as const) : []),
    ];
    return reasons.length === 0 ? undefined : { kind, score, reasons };
  }

  private kindOf({ state, concludedAt, blownAt }: KnownMatter): SuggestionKind | undefined {
    if (isWhistleOpen(state)) {
      return this.apart(blownAt) <= DUPLICATE_RULES.similarTextWithinDays ? 'duplicate' : undefined;
    }
    const refusal = repeatRefusalOf({ state, concludedAt }, this.report.blownAt, this.repeatDays);
    return refusal === undefined ? 'repeat' : undefined;
  }

  /** Same category, and same estate or, where none is named, the same written place. */
  private placeReasons(known: KnownMatter, kind: SuggestionKind): SuggestionReason[] {
    const { categoryCode, communityId, estateId } = this.report;
    if (known.categoryCode !== categoryCode || known.communityId !== communityId) return [];
    if (kind === 'duplicate' && this.apart(known.blownAt) > DUPLICATE_RULES.sameEstateWithinDays) return [];
    if (estateId !== undefined && known.estateId === estateId) return ['sameCategoryAndEstate'];
    return !this.isOtherEstate(known) && this.isSamePlace(known) ? ['sameCategoryAndPlace'] : [];
  }

  /** Another community's matter is another one, unless both lie in one street that is named. */
  private isWithinReach(known: KnownMatter): boolean {
    if (known.communityId === this.report.communityId) return true;
    const isNamed = [known, this.report].every(
      ({ place = '', estateId }) => estateId === undefined && place.length >= DUPLICATE_RULES.tellingPlaceCharacters,
    );
    return isNamed && known.categoryCode === this.report.categoryCode && this.isSamePlace(known);
  }

  /** The same words about another estate are another matter. */
  private isOtherEstate({ estateId }: KnownMatter): boolean {
    return estateId !== undefined && this.report.estateId !== undefined && estateId !== this.report.estateId;
  }

  private isSamePlace({ place }: KnownMatter): boolean {
    if (place === undefined || this.report.place === undefined) return false;
    return place === this.report.place || similarityOf(this.place, featuresOf(place)) >= DUPLICATE_RULES.similarFrom;
  }

  private apart(blownAt: Instant): number {
    return Math.abs(this.report.blownAt - blownAt) / DAY_MS;
  }
}

/** How far the texts of two matters are alike, 0..1, whatever else is known of them. */
export const similarityOfMatters = (one: MatterWords, other: MatterWords): number =>
  similarityOf(featuresOf(textOf(one)), featuresOf(textOf(other)));

const textOf = ({ place, facts }: MatterWords): string => [place, facts].filter(Boolean).join('，');
