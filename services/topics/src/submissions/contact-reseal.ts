import { HourlySweep } from '@hsl/platform/hourly-sweep';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import type { SubmissionPosition } from '../generated/prisma/client.js';
import { contactOf, type ContactRow } from './contact-row.js';
import { seal } from './contact-seal.js';
import { positionOf, sealPosition } from './position-seal.js';

const BATCH = 200;

/**
 * Seals with the current key the contacts and positions that lie under an older one or, from before the encryption, in the
 * clear. Once it reports
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
    const contacts = await inBatches(
      () => this.contacts(),
      (row) => this.resealContact(row),
    );
    const positions = await inBatches(
      () => this.positions(),
      (row) => this.resealPosition(row),
    );
    return contacts + positions;
  }

  private contacts(): Promise<ContactRow[]> {
    return this.database.system.submissionContact.findMany({
      where: { OR: [{ keyId: null }, { keyId: { not: this.keys.currentId } }] },
      orderBy: { submissionId: 'asc' },
      take: BATCH,
    });
  }

  /** Changes the row only as it was read: another replica may have been faster, or the sender may have gone. */
  private async resealContact(row: ContactRow): Promise<void> {
    const { keyId, sealed } = seal(contactOf(row, this.keys), row, this.keys);
    await this.database.system.submissionContact.updateMany({
      where: { submissionId: row.submissionId, keyId: row.keyId },
      data: { keyId, sealed: Uint8Array.from(sealed), name: null, phone: null },
    });
  }

  private positions(): Promise<SubmissionPosition[]> {
    return this.database.system.submissionPosition.findMany({
      where: { keyId: { not: this.keys.currentId } },
      orderBy: { submissionId: 'asc' },
      take: BATCH,
    });
  }

  private async resealPosition(row: SubmissionPosition): Promise<void> {
    const { keyId, sealed } = sealPosition(positionOf(row, this.keys), row, this.keys);
    await this.database.system.submissionPosition.updateMany({
      where: { submissionId: row.submissionId, keyId: row.keyId },
      data: { keyId, sealed: Uint8Array.from(sealed) },
    });
  }
}

/** How many were done; what is done no longer waits. */
async function inBatches<Row>(waiting: () => Promise<Row[]>, reseal: (row: Row) => Promise<void>): Promise<number> {
  for (let done = 0; ;) {
    const rows = await waiting();
    for (const row of rows) await reseal(row);
    done += rows.length;
    if (rows.length < BATCH) return done;
  }
}
