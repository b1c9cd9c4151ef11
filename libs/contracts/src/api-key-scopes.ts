/** What a partner's key may be used for. A key enters and reads back; it never decides. */
export const API_KEY_SCOPES = [
  'submissions.write',
  'submissions.read',
  'whistles.write',
  'whistles.read',
  'reports.read',
  'board.wall',
  'webhooks.manage',
] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

/** Scopes about matters of one community; a key with one of them names its community. */
export const COMMUNITY_KEY_SCOPES = [
  'submissions.write',
  'submissions.read',
  'whistles.write',
  'whistles.read',
] as const satisfies readonly ApiKeyScope[];
