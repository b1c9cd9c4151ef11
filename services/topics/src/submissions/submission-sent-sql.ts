/** SQL: of which community the submission of a `timeline_entry e` is, and when it came in, as one jsonb of SubmissionSent. */
export const SENT = `SELECT jsonb_build_object('communityId', s.community_id,
    'at', to_char(s.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  FROM submission s WHERE s.id = e.aggregate_id::uuid`;
