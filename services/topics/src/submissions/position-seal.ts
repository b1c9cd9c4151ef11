import type { SenderPosition } from '@hsl/contracts/schemas/submissions';
import type { ContactKeys } from '@hsl/platform/contact-keys';
import { openText, sealText, type SealedText } from '@hsl/platform/sealed-text';
import type { SubmissionPosition } from '../generated/prisma/client.js';
import type { ContactOwner } from './contact-seal.js';

export const sealPosition = (position: SenderPosition, owner: ContactOwner, keys: ContactKeys): SealedText =>
  sealText(JSON.stringify(position), boundTo(owner), keys);

/** @throws Error if the key is gone, or the row was changed or is another's */
export const positionOf = (row: SubmissionPosition, keys: ContactKeys): SenderPosition =>
  JSON.parse(openText({ keyId: row.keyId, sealed: Buffer.from(row.sealed) }, boundTo(row), keys)) as SenderPosition;

const boundTo = ({ subdistrictId, submissionId }: ContactOwner): string =>
  `hsl-position/1 ${subdistrictId} ${submissionId}`;
