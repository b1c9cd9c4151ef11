import type { CloudEvent } from '@hsl/contracts/event';
import type { Queryable } from './queryable.js';

/**
 * Puts envelopes into the outbox in the caller's transaction; for changes that are no decision of an aggregate with a
 * version (reference data, accounts). Make them with `envelopeOf` and a sequence that rises per subject.
 */
export async function announce(db: Queryable, envelopes: readonly CloudEvent[]): Promise<void> {
  if (envelopes.length === 0) return;
  await db.query({
    name: 'announce',
    text: `INSERT INTO outbox_event (subdistrict_id, subject, envelope)
      SELECT o.subdistrict_id, o.subject, o.envelope
      FROM json_to_recordset($1::json) AS o (subdistrict_id text, subject text, envelope json)`,
    values: [
      JSON.stringify(
        envelopes.map((envelope) => ({ subdistrict_id: envelope.subdistrictid, subject: envelope.subject, envelope })),
      ),
    ],
  });
}
