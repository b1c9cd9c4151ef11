import type { Instant } from '@hsl/contracts/instants';
import type { SendSubmission } from '@hsl/contracts/schemas/submissions';
import { cte, type SqlFragment } from '@hsl/database/sql-fragment';
import type { Decision } from '@hsl/database/decision';
import { asInstant } from '@hsl/database/sql-values';
import { screeningDueAt } from '@hsl/domain/submission-terms';
import type { ContactKeys } from '@hsl/platform/contact-keys';
import type { SealedText } from '@hsl/platform/sealed-text';
import { seal } from './contact-seal.js';
import { sealPosition } from './position-seal.js';
import { trackingHashOf } from '@hsl/platform/tracking-code';

/** Where it belongs: of a code as its point says, otherwise as the sender chose among what exists. */
export interface Origin {
  subdistrictId: string;
  communityId: string;
  qrPointId?: string;
  place?: string;
  categoryCode?: string;
}

export interface NewSubmission {
  id: string;
  trackingCode: string;
  origin: Origin;
  body: SendSubmission;
  /** Who of the house entered it, with the role used; absent for a resident. */
  entered?: { userId: string; role: string };
  at: Instant;
}

/** A submission begins as RECEIVED. The sender's words and contact go into their rows and nowhere else (domain 4.6). */
export function receptionOf(
  { id, trackingCode, origin, body, entered, at }: NewSubmission,
  keys: ContactKeys,
): Decision {
  const { subdistrictId, communityId, qrPointId, place, categoryCode } = origin;
  const { channel, text, contact, position } = body;
  const owner = { subdistrictId, submissionId: id };
  const dueAt = screeningDueAt(at);
  const fact = {
    submissionId: id,
    communityId,
    channel,
    categoryCode,
    qrPointId,
    state: 'RECEIVED',
    version: 1,
  } as const;
  return {
    ...{ table: 'submission', id, subdistrictId, insert: true, decisionId: `submission/${id}#1`, at, source: 'topics' },
    patch: {
      ...{ tracking_hash: trackingHashOf(trackingCode), channel, community_id: communityId, qr_point_id: qrPointId },
      ...{ category_code: categoryCode, place, text, state: 'RECEIVED', entered_by: entered?.userId },
      ...{ received_at: asInstant(at), due_at: asInstant(dueAt) },
    },
    timeline: [
      {
        kind: 'received',
        toState: 'RECEIVED',
        actorId: entered?.userId,
        actorRole: entered?.role,
        details: { channel },
      },
    ],
    events: [{ type: 'submission.received.v1', subject: id, data: { ...fact, enteredBy: entered?.userId, dueAt, at } }],
    also: [
      ...(contact ? [contactRow(seal({ ...contact, trackingCode }, owner, keys), at)] : []),
      ...(position ? [positionRow(sealPosition(position, owner, keys))] : []),
    ],
  };
}

const contactRow = ({ keyId, sealed }: SealedText, at: Instant): SqlFragment =>
  cte('contact')`INSERT INTO submission_contact (submission_id, subdistrict_id, key_id, sealed, consented_at)
    SELECT decided.id::uuid, decided.subdistrict_id, ${keyId}::text, ${sealed}::bytea,
      ${asInstant(at)}::timestamptz FROM decided`;

const positionRow = ({ keyId, sealed }: SealedText): SqlFragment =>
  cte('position')`INSERT INTO submission_position (submission_id, subdistrict_id, key_id, sealed)
    SELECT decided.id::uuid, decided.subdistrict_id, ${keyId}::text, ${sealed}::bytea FROM decided`;
