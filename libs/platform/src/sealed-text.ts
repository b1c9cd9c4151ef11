import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { ContactKeys } from './contact-keys.js';

export interface SealedText {
  keyId: string;
  /** Nonce, tag, ciphertext. */
  sealed: Buffer;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with the current key and a fresh nonce.
 * @param boundTo names the row it is for: what was sealed for one row opens in no other
 */
export function sealText(text: string, boundTo: string, { currentId, byId }: ContactKeys): SealedText {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(currentId, byId), nonce).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { keyId: currentId, sealed: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
}

/** @throws Error if the key is gone, or the row was changed or is another's */
export function openText({ keyId, sealed }: SealedText, boundTo: string, { byId }: ContactKeys): string {
  const [nonce, tag] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  const decipher = createDecipheriv(CIPHER, keyOf(keyId, byId), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(tag);
  const body = Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return body.toString('utf8');
}

function keyOf(id: string, byId: ContactKeys['byId']): Buffer {
  const key = byId.get(id);
  if (!key) throw new Error(`CONTACT_KEYS has no key ${id}`);
  return key;
}
