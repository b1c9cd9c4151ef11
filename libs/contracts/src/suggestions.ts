/** What another whistle may be to one (domain 4.5): an open matter may be merged with, a concluded one is repeated. */
export const SUGGESTION_KINDS = ['duplicate', 'repeat'] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export const SUGGESTION_REASONS = ['sameCategoryAndEstate', 'sameCategoryAndPlace', 'similarText'] as const;
export type SuggestionReason = (typeof SUGGESTION_REASONS)[number];
