import { AccessService } from '@hsl/access/access.service';
import type { Actor } from '@hsl/access/actor';
import type { ErasureMarked, PersonalDataPart, RequestErasure } from '@hsl/contracts/schemas/personal-data';
import { Clock } from '@hsl/platform/clock';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import type { Locale } from '@hsl/platform/locale';
import { ProblemError } from '@hsl/platform/problem.error';
import { openProof, type SenderProof } from '@hsl/platform/sender-proof';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type WhistlesDatabase } from '../database.js';
import { reporterSections, type HeldReporter } from './reporter-words.js';

const SENDER = 'sender';
/**
 * Who was written down with the phone that was proven, and whoever this submission's sender is counted as. $1 tenant,
 * $2 figures of the phone or NULL, $3 hash of the tracking code.
 */
const MINE = `SELECT r.id FROM reporter r WHERE r.subdistrict_id = $1
    AND (regexp_replace(r.phone, '\\D', '', 'g') = $2::text
      OR r.id IN (SELECT t.reporter_id FROM tracked_submission t WHERE t.sender_hash = $3))
  ORDER BY r.id LIMIT 200`;
const HELD = `SELECT w.number, w.blown_at AS "blownAt", r.name, r.phone, r.channel, r.satisfaction, r.solved,
    r.revisited_at AS "revisitedAt"
  FROM reporter r JOIN whistle w ON w.id = r.whistle_id WHERE r.id = ANY($1::uuid[]) ORDER BY w.blown_at DESC`;
const MARK = `INSERT INTO reporter_erasure (request_id, reporter_id, subdistrict_id, marked_at)
  SELECT $1, id, $2, $3 FROM unnest($4::uuid[]) AS id ON CONFLICT DO NOTHING`;

/** Residents whom somebody wrote down with a whistle, for the one who proved to be that person (domain 4.6). */
@Injectable()
export class ReporterData {
  constructor(
    @Inject(TenantDatabase) private readonly database: WhistlesDatabase,
    private readonly access: AccessService,
    private readonly clock: Clock,
    @Inject(CONTACT_KEYS) private readonly keys: ContactKeys,
  ) {}

  /** @throws ProblemError senderNotProven */
  async export(text: string, locale: Locale): Promise<PersonalDataPart> {
    const { subdistrictId, ids, phone } = await this.proven(text, 'personalData.export');
    const rows = await this.database.query<HeldReporter>(subdistrictId, HELD, [ids]);
    // Who proved no phone is told of none: a worker may have written down whom the sender spoke for.
    const shown = phone === undefined ? rows.map((row) => ({ ...row, name: null, phone: null })) : rows;
    return { sections: reporterSections(shown, locale) };
  }

  /** Marks by ids, until the request is granted or never. @throws ProblemError senderNotProven */
  async mark({ id, proof }: RequestErasure): Promise<ErasureMarked> {
    if (proof === undefined) throw new ProblemError('senderNotProven');
    const { subdistrictId, ids } = await this.proven(proof, 'personalData.requestErasure');
    await this.database.query(subdistrictId, MARK, [id, subdistrictId, new Date(this.clock.now()), ids]);
    return { marked: ids.length };
  }

  private async proven(text: string, action: string): Promise<SenderProof & { ids: string[] }> {
    const proof = openProof(text, this.clock.now(), this.keys);
    const { subdistrictId, phone, senderHash } = proof;
    const actor: Actor = { userId: SENDER, subdistrictId, posts: [{ role: 'resident' }] };
    this.access.authorize(actor, action, { subdistrictId, createdBy: SENDER }, { provenSender: true });
    const values = [subdistrictId, phone?.replace(/\D/g, '') ?? null, senderHash];
    const rows = await this.database.query<{ id: string }>(subdistrictId, MINE, values);
    return { ...proof, ids: rows.map(({ id }) => id) };
  }
}
