import type { Actor } from '@hsl/access/actor';
import { AccessService } from '@hsl/access/access.service';
import type {
  ContactErased,
  EraseContact,
  ReadContact,
  SubmissionContact,
} from '@hsl/contracts/schemas/submission-contacts';
import { Clock } from '@hsl/platform/clock';
import { ProblemError } from '@hsl/platform/problem.error';
import { Inject, Injectable } from '@nestjs/common';
import { TenantDatabase, type TopicsDatabase } from '../database.js';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import { contactOf, type ContactRow } from './contact-row.js';
import { positionOf } from './position-seal.js';
import { SubmissionsService } from './submissions.service.js';

/**
 * Opens how a sender may be reached and where the sender was, to whom it is for, and writes down who read it and why
 * (domain 4.6).
 */
@Injectable()
export class SubmissionContacts {
  constructor(
    @Inject(TenantDatabase) private readonly database: TopicsDatabase,
    private readonly access: AccessService,
    private readonly submissions: SubmissionsService,
    private readonly clock: Clock,
    @Inject(CONTACT_KEYS) private readonly keys: ContactKeys,
  ) {}

  /** The reading is in the history before it is answered. @throws ProblemError notFound, roleNotAllowed, contactNotLeft */
  async read(actor: Actor, id: string, { purpose }: ReadContact): Promise<SubmissionContact> {
    const row = await this.submissions.existing(actor, id);
    const { subdistrictId, communityId, handedToCommunity, version } = row;
    const { role } = this.access.authorize(
      actor,
      'submission.readContact',
      { subdistrictId, communityId },
      { handedToCommunity, reasonGiven: true },
    );
    const tenant = this.database.forTenant(subdistrictId);
    const where = { subdistrictId, submissionId: row.id };
    const contact = await tenant.submissionContact.findFirst({ where });
    const position = await tenant.submissionPosition.findFirst({ where });
    if (!contact && !position) throw new ProblemError('contactNotLeft');
    // Nothing of the submission changes: the line stands under the version that was read.
    await tenant.timelineEntry.create({
      data: {
        ...{ subdistrictId, aggregateId: row.id, version, decisionId: `submission/${row.id}/contact` },
        ...{ kind: 'contactRead', actorId: actor.userId, actorRole: role },
        ...{ at: new Date(this.clock.now()), details: { purpose } },
      },
    });
    return {
      ...(contact && this.reachable(contact)),
      ...(position && { position: positionOf(position, this.keys) }),
    };
  }

  /** Who of the house reads the phone does not get the sender's code with it. */
  private reachable(contact: ContactRow): SubmissionContact {
    const { trackingCode: _senders, ...reachable } = contactOf(contact, this.keys);
    return { ...reachable, consentedAt: contact.consentedAt.toISOString() };
  }

  /** The sender asked for it: name, phone and position are gone at once, the line stays. @throws ProblemError contactNotLeft */
  async erase(actor: Actor, id: string, { reason }: EraseContact): Promise<ContactErased> {
    const row = await this.submissions.existing(actor, id);
    const { subdistrictId, communityId, version } = row;
    const facts = { reasonGiven: true, notSelf: true };
    const target = { subdistrictId, communityId };
    const { role } = this.access.authorize(actor, 'personalData.approveErasure', target, facts);
    const at = new Date(this.clock.now());
    await this.database.forTenant(subdistrictId).$transaction(async (tx) => {
      const where = { subdistrictId, submissionId: row.id };
      const contacts = await tx.submissionContact.deleteMany({ where });
      const positions = await tx.submissionPosition.deleteMany({ where });
      if (contacts.count + positions.count === 0) throw new ProblemError('contactNotLeft');
      await tx.timelineEntry.create({
        data: {
          ...{ subdistrictId, aggregateId: row.id, version, decisionId: `submission/${row.id}/contact` },
          ...{ kind: 'contactErased', actorId: actor.userId, actorRole: role, at, details: { reason } },
        },
      });
    });
    return { submissionId: row.id, erasedAt: at.toISOString() };
  }
}
