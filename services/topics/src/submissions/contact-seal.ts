import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ContactKeys } from './contact-keys.js';

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
export interface SealedContact {
  keyId: string;
  /** Nonce, tag, ciphertext. */
  sealed: Buffer;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM with the current key and a fresh nonce. */
export function seal(contact: Contact, owner: ContactOwner, { currentId, byId }: ContactKeys): SealedContact {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(currentId, byId), nonce).setAAD(boundTo(owner));
  const text = Buffer.concat([cipher.update(JSON.stringify(contact), 'utf8'), cipher.final()]);
  return { keyId: currentId, sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]) };
}

/** @throws Error if the key is gone, or the row was changed or is another's */
export function open({ keyId, sealed }: SealedContact, owner: ContactOwner, { byId }: ContactKeys): Contact {
  const [nonce, tag] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  const decipher = createDecipheriv(CIPHER, keyOf(keyId, byId), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(owner)).setAuthTag(tag);
  const text = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(text.toString('utf8')) as Contact;
}

function keyOf(id: string, byId: ContactKeys['byId']): Buffer {
  const key = byId.get(id);
  if (!key) throw new Error(`CONTACT_KEYS has no key ${id}`);
  return key;
}

const boundTo = ({ subdistrictId, submissionId }: ContactOwner): Buffer =>
  Buffer.from(`hsl-contact/1 ${subdistrictId} ${submissionId}`);
