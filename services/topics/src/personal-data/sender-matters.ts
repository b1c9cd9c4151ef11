import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import type { SenderProof } from '@hsl/platform/sender-proof';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { personKeyOf } from '../sittings/participant-identity.js';
import { contactOf } from '../submissions/contact-row.js';
import type { Contact } from '../submissions/contact-seal.js';
import { figuresOf } from './phone-proof.js';

/** Contacts opened at once while a phone is looked for. */
const BATCH = 500;
/** Of one resident; more is no resident. */
export const MOST_HELD = 200;
const TAIL = 4;

/** What is one resident's. */
export interface SenderHoldings {
  /** What each was sent with, by submission; without a phone there is none. */
  contacts: ReadonlyMap<string, Contact>;
  submissionIds: string[];
  participantIds: string[];
}

/**
 * Finds what one phone sent. Phones lie sealed and without any index by which they could be guessed, so that all
 * contacts of the subdistrict are opened one after the other: for the few who ask, it may take a second.
 */
@Injectable()
export class SenderMatters {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    @Inject(CONTACT_KEYS) private readonly keys: ContactKeys,
  ) {}

  /** How the sender of one submission may be reached; undefined if no phone was left, or it was taken back. */
  async contactOf(subdistrictId: string, submissionId: string): Promise<Contact | undefined> {
    const where = { subdistrictId, submissionId };
    const row = await this.database.forTenant(subdistrictId).submissionContact.findFirst({ where });
    return row ? contactOf(row, this.keys) : undefined;
  }

  async of({ subdistrictId, submissionId, phone }: SenderProof): Promise<SenderHoldings> {
    if (phone === undefined) return { contacts: new Map(), submissionIds: [submissionId], participantIds: [] };
    const contacts = await this.withPhone(subdistrictId, phone);
    const names = new Set([...contacts.values()].flatMap(({ name }) => name ?? []));
    const phoneTail = phone.slice(-TAIL);
    const keys = [...names].map((residentName) => personKeyOf({ residentName, phoneTail }));
    const came = await this.database.forTenant(subdistrictId).participant.findMany({
      where: { subdistrictId, personKey: { in: keys } },
      select: { id: true },
      take: MOST_HELD,
    });
    // The one that was proven is among them, unless its phone was taken back meanwhile.
    const submissionIds = [...new Set([submissionId, ...contacts.keys()])].slice(0, MOST_HELD);
    return { contacts, submissionIds, participantIds: came.map(({ id }) => id) };
  }

  /** What was sent with that phone, as far as it was not taken back, by submission. */
  async withPhone(subdistrictId: string, phone: string): Promise<Map<string, Contact>> {
    const found = new Map<string, Contact>();
    for (let after: string | undefined; ;) {
      const rows = await this.database.forTenant(subdistrictId).submissionContact.findMany({
        where: { subdistrictId, ...(after !== undefined && { submissionId: { gt: after } }) },
        orderBy: { submissionId: 'asc' },
        take: BATCH,
      });
      for (const row of rows) {
        const contact = contactOf(row, this.keys);
        if (figuresOf(contact.phone) === figuresOf(phone)) found.set(row.submissionId, contact);
      }
      after = rows.at(-1)?.submissionId;
      if (rows.length < BATCH) return found;
    }
  }
}
