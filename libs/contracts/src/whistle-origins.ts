/**
 * How the community itself found it before anybody complained (I17 未诉先办): on a visit to residents, or on a tour of
 * the communities. What a look-back finds says so by the matter it is a rebound of.
 */
export const WHISTLE_ORIGINS = ['visit', 'tour'] as const;
export type WhistleOrigin = (typeof WHISTLE_ORIGINS)[number];
