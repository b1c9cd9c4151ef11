/** Waits, and nobody is sending it; `now` is $1. */
const WAITING = `state = 'WAITING' AND (claimed_until IS NULL OR claimed_until < $1)`;
/** Rows of one person by one channel: $2 subdistrict, $3 user, $4 channel. */
const OF_PERSON = `d.subdistrict_id = $2 AND d.user_id = $3 AND d.channel = $4`;
const FIRST_DUE = 200;
/** Notices in one message at most. */
const DIGEST = 50;

/**
 * Somebody with a delivery that is due by the channel $2. The person's row is held until the claim is committed, so that
 * two senders never take halves of one message; who is held already is passed over.
 */
export const PERSON_SQL = `
  WITH due AS (
    SELECT subdistrict_id, user_id FROM delivery
    WHERE channel = $2 AND due_at <= $1 AND ${WAITING}
    ORDER BY due_at LIMIT ${FIRST_DUE}
  )
  SELECT r.subdistrict_id AS "subdistrictId", r.user_id AS "userId", r.active
  FROM recipient r
  WHERE (r.subdistrict_id, r.user_id) IN (SELECT subdistrict_id, user_id FROM due)
  LIMIT 1 FOR NO KEY UPDATE OF r SKIP LOCKED`;

/** How that person is reached, and when a message went out last. */
export const REACH_SQL = `
  SELECT s.quiet_from AS "quietFrom", s.quiet_to AS "quietTo", s.language, a.key_id AS "keyId", a.sealed,
    (SELECT max(d.settled_at) FROM delivery d WHERE ${OF_PERSON} AND d.state = 'SENT') AS "lastSentAt"
  FROM (VALUES ($1::timestamptz)) AS asked(at)
  LEFT JOIN notice_settings s ON s.subdistrict_id = $2 AND s.user_id = $3
  LEFT JOIN contact_address a ON a.subdistrict_id = $2 AND a.user_id = $3 AND a.channel = $4
    AND a.confirmed_at IS NOT NULL`;

/** What was read in the portal meanwhile need not be sent. */
export const SKIP_READ_SQL = `
  UPDATE delivery d SET state = 'SKIPPED', reason = 'read', settled_at = $1
  FROM notice n WHERE n.id = d.notice_id AND n.read_at IS NOT NULL AND ${OF_PERSON} AND ${WAITING}`;

/** Ends all that waits: $5 the reason. */
export const SKIP_ALL_SQL = `
  UPDATE delivery d SET state = 'SKIPPED', reason = $5, settled_at = $1 WHERE ${OF_PERSON} AND ${WAITING}`;

/**
 * Holds back what may wait: in quiet hours (end: $5) all but urgent matters, else until the last message is long enough
 * ago ($6) all but alarms.
 */
export const HOLD_SQL = `
  UPDATE delivery d SET due_at = greatest(d.due_at, CASE
    WHEN d.is_urgent THEN d.due_at
    WHEN $5::timestamptz IS NOT NULL THEN $5
    WHEN d.urgency = 'alarm' THEN d.due_at
    ELSE $6::timestamptz END)
  WHERE ${OF_PERSON} AND ${WAITING}
  RETURNING d.due_at <= $1 AS "isDue"`;

/** Takes what goes into the message until $5; only what is due itself if $6, else all that waits. */
export const CLAIM_SQL = `
  UPDATE delivery d SET claimed_until = $5, attempts = d.attempts + 1
  FROM notice n
  WHERE n.id = d.notice_id AND d.id IN (
    SELECT d.id FROM delivery d
    WHERE ${OF_PERSON} AND ${WAITING} AND (d.due_at <= $1 OR NOT $6)
    ORDER BY d.id LIMIT ${DIGEST} FOR UPDATE)
  RETURNING d.id AS "deliveryId", d.attempts, n.id::text AS "noticeId", n.kind, n.whistle_number AS "whistleNumber",
    n.params`;

/** $1 now, $2 the rows, $3 the claim they must still be under, $4 the message. */
export const SENT_SQL = `
  UPDATE delivery SET state = 'SENT', sent_with = $4, settled_at = $1, claimed_until = NULL, reason = NULL
  WHERE id = ANY($2::bigint[]) AND claimed_until = $3 AND state = 'WAITING'`;

/** $4 the reason, $5 when each is tried again; NULL: never. */
export const FAILED_SQL = `
  UPDATE delivery d SET claimed_until = NULL, reason = $4, due_at = coalesce(next.due_at, d.due_at),
    state = CASE WHEN next.due_at IS NULL THEN 'DEAD' ELSE 'WAITING' END,
    settled_at = CASE WHEN next.due_at IS NULL THEN $1::timestamptz END
  FROM unnest($2::bigint[], $5::timestamptz[]) AS next(id, due_at)
  WHERE d.id = next.id AND d.claimed_until = $3 AND d.state = 'WAITING'`;
