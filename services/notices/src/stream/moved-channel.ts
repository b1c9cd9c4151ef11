/** PostgreSQL channel by which every replica hears that a matter has moved, and who looks at it. */
export const MOVED_CHANNEL = 'hsl_moved';

/**
 * Nothing is kept: whoever misses it asks again when the line is back. Whoever has ever been told of the matter hears
 * that it has moved, and those who look at all matters of their place: $1 subdistrict, $2 whistle, $3 their user ids.
 */
export const MOVED_SQL = `
  SELECT pg_notify('${MOVED_CHANNEL}', $1 || '/' || user_id || '/' || $2) FROM (
    SELECT user_id FROM notice WHERE subdistrict_id = $1 AND whistle_id = $2
    UNION SELECT unnest($3::text[])
  ) AS watcher(user_id)`;

const PARTS = /^([^/]+)\/([^/]+)\/([^/]+)$/;

/** Who is told that which matter has moved; undefined for a text that none of ours sent. */
export function parseMoved(payload: string): { subdistrictId: string; userId: string; whistleId: string } | undefined {
  const [, subdistrictId, userId, whistleId] = PARTS.exec(payload) ?? [];
  if (subdistrictId === undefined || userId === undefined || whistleId === undefined) return undefined;
  return { subdistrictId, userId, whistleId };
}
