import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import { contactOf, type ContactRow } from './contact-row.js';
import { seal } from './contact-seal.js';

const BATCH = 200;

/**
 * Seals with the current key what lies under an older one or, from before the encryption, in the clear. Once it reports
 * nothing more, an old key can be taken out of CONTACT_KEYS.
 */
@Injectable()
export class ContactReseal extends HourlySweep {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    @Inject(CONTACT_KEYS) private readonly keys: ContactKeys,
  ) {
    super();
  }

  protected async sweep(): Promise<number> {
    for (let done = 0; ;) {
      const rows = await this.waiting();
      for (const row of rows) await this.reseal(row);
      done += rows.length;
      if (rows.length < BATCH) return done;
    }
  }

  private waiting(): Promise<ContactRow[]> {
    return this.database.system.submissionContact.findMany({
      where: { OR: [{ keyId: null }, { keyId: { not: this.keys.currentId } }] },
      orderBy: { submissionId: 'asc' },
      take: BATCH,
    });
  }

  /** Changes the row only as it was read: another replica may have been faster, or the sender may have gone. */
  private async reseal(row: ContactRow): Promise<void> {
    const { keyId, sealed } = seal(contactOf(row, this.keys), row, this.keys);
    await this.database.system.submissionContact.updateMany({
      where: { submissionId: row.submissionId, keyId: row.keyId },
      data: { keyId, sealed: Uint8Array.from(sealed), name: null, phone: null },
    });
  }
}
