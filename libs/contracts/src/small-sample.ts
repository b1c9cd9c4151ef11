/** Fewer cases than this are a small sample, and said to be one (I26). */
export const SMALL_SAMPLE = 5;
