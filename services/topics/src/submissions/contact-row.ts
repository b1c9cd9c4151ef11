import type { SubmissionContact } from '../generated/prisma/client.js';
import type { ContactKeys } from '@hsl/platform/contact-keys';
import { open, type Contact } from './contact-seal.js';

export type ContactRow = SubmissionContact;

/** What a row tells. @throws Error if it cannot be opened */
export function contactOf(row: ContactRow, keys: ContactKeys): Contact {
  const { keyId, sealed, name, phone } = row;
  if (keyId !== null && sealed !== null) return open({ keyId, sealed: Buffer.from(sealed) }, row, keys);
  if (phone === null) throw new Error(`the contact of ${row.submissionId} is neither sealed nor readable`);
  return { ...(name === null ? {} : { name }), phone };
}
