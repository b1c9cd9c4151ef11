/** PostgreSQL channel by which a transaction tells every replica whose stream has something new. */
export const WAKE_CHANNEL = 'hsl_notice';

/** Wakes the streams of people once the transaction commits: $1 subdistrict, $2 user ids. */
export const WAKE_SQL = `SELECT pg_notify('${WAKE_CHANNEL}', $1 || '/' || user_id) FROM unnest($2::text[]) AS user_id`;

/** Whose streams a message wakes; undefined for a text that none of ours sent. */
export function parseWake(payload: string): { subdistrictId: string; userId: string } | undefined {
  const slash = payload.indexOf('/');
  if (slash < 1 || slash === payload.length - 1) return undefined;
  return { subdistrictId: payload.slice(0, slash), userId: payload.slice(slash + 1) };
}
