import { AccessService } from '@hsl/access/access.service';
import { Clock } from '@hsl/platform/clock';
import { CONTACT_KEYS, type ContactKeys } from '@hsl/platform/contact-keys';
import { openProof, type SenderProof } from '@hsl/platform/sender-proof';
import { Inject, Injectable } from '@nestjs/common';
import { SENDER, senderActor } from '../submissions/sender-actor.js';
import { openPhoneProof, type PhoneProof } from './phone-proof.js';

/** What a sender without account may do with what was proven. */
@Injectable()
export class SenderProofs {
  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
    @Inject(CONTACT_KEYS) private readonly keys: ContactKeys,
  ) {}

  /** Of the tracking code, and of the phone where one was left. @throws ProblemError senderNotProven */
  open(text: string, action: string): SenderProof {
    return this.allowed(openProof(text, this.clock.now(), this.keys), action);
  }

  /** Of the phone alone. @throws ProblemError senderNotProven */
  openPhone(text: string, action: string): PhoneProof {
    return this.allowed(openPhoneProof(text, this.clock.now(), this.keys), action);
  }

  private allowed<Proof extends { subdistrictId: string }>(proof: Proof, action: string): Proof {
    const { subdistrictId } = proof;
    const target = { subdistrictId, createdBy: SENDER };
    this.access.authorize(senderActor(subdistrictId), action, target, { provenSender: true });
    return proof;
  }
}
