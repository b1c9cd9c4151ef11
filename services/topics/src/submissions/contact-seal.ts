import type { ContactKeys } from '@hsl/platform/contact-keys';
import { openText, sealText, type SealedText } from '@hsl/platform/sealed-text';

/** How a sender may be reached. */
export interface Contact {
  name?: string;
  phone: string;
}
/** Whose contact it is: what was sealed for one row opens in no other. */
export interface ContactOwner {
  subdistrictId: string;
  submissionId: string;
}

export const seal = (contact: Contact, owner: ContactOwner, keys: ContactKeys): SealedText =>
  sealText(JSON.stringify(contact), boundTo(owner), keys);

/** @throws Error if the key is gone, or the row was changed or is another's */
export const open = (sealed: SealedText, owner: ContactOwner, keys: ContactKeys): Contact =>
  JSON.parse(openText(sealed, boundTo(owner), keys)) as Contact;

const boundTo = ({ subdistrictId, submissionId }: ContactOwner): string =>
  `hsl-contact/1 ${subdistrictId} ${submissionId}`;
