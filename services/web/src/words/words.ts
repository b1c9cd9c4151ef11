/** Whole sentences with slots (`{{due}}`), Chinese first, English second; joined pieces are never sentences. */
export type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;
