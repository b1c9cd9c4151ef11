import { createHmac } from 'node:crypto';
import type { ContactKeys } from '@hsl/platform/contact-keys';
import { openPass, sealPass, type Pass } from '@hsl/platform/sealed-pass';

/** Whose phone somebody holds, who has no tracking code at hand. */
export interface PhoneProof extends Pass {
  subdistrictId: string;
  phone: string;
}

const BOUND_TO = 'hsl-phone-proof/1';

export const sealPhoneProof = (proof: PhoneProof, keys: ContactKeys): string => sealPass(proof, BOUND_TO, keys);

/** @throws ProblemError senderNotProven for what is none of ours, proves something else, or is too old */
export const openPhoneProof = (text: string, now: number, keys: ContactKeys): PhoneProof =>
  openPass(text, BOUND_TO, now, keys);

/** What is compared of a phone, however it is written. */
export const figuresOf = (phone: string): string => phone.replace(/\D/g, '');

/**
 * What a phone is counted under: nobody finds the phone from it without the keys of contacts. Other keys make another,
 * so that a code on its way ends with the keys it was sent under.
 */
export function phoneKeyOf(subdistrictId: string, phone: string, { currentId, byId }: ContactKeys): string {
  const key = byId.get(currentId);
  if (!key) throw new Error(`CONTACT_KEYS has no key ${currentId}`);
  return createHmac('sha256', key)
    .update(`hsl-phone-code/1 ${subdistrictId} ${figuresOf(phone)}`)
    .digest('hex');
}
