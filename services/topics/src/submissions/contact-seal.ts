import type { ContactKeys } from '@hsl/platform/contact-keys';
import { openText, sealText, type SealedText } from '@hsl/platform/sealed-text';

/** How a sender may be reached. */
export interface Contact {
  name?: string;
  phone: string;
  /**
   * Of the submission, for the link in a text to that phone; the house cannot read it anywhere else, and no answer tells
   * it. Absent in what was sealed before texts went to senders.
   */
  trackingCode?: string;
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
