/**
 * Lines of a matter's history that refer it to the district: of its own clocks, and of those of departments and members
 * (domain 4.4 rung 6). The partial indexes of `timeline_entry` name the same.
 */
export const REFERRED_KINDS = ['escalatedSupervision', 'supervision.escalated.v1'] as const;

/** As a condition on `t.kind`, in the words of the index. */
export const IS_REFERRED = `t.kind IN (${REFERRED_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

/** Kind of the content that an answer of the district is kept as. */
export const REFERRAL_ANSWER = 'referralAnswer';
