import type { ContactKeys } from './contact-keys.js';
import { openText, sealText } from './sealed-text.js';
import { ProblemError } from './problem.error.js';

/** Who somebody without an account has proven to be. */
export interface SenderProof {
  subdistrictId: string;
  submissionId: string;
  /** SHA-256 of the tracking code. */
  senderHash: string;
  /** The phone a code was texted to; absent where none was left. */
  phone?: string;
  /** UTC milliseconds. */
  until: number;
}

const BOUND_TO = 'hsl-sender-proof/1';

/**
 * What a sender carries from the service that texted the code to the others that hold something: sealed with the keys of
 * contacts, so that nobody makes one and nobody reads the phone in it.
 */
export function sealProof(proof: SenderProof, keys: ContactKeys): string {
  const { keyId, sealed } = sealText(JSON.stringify(proof), BOUND_TO, keys);
  return `${keyId}.${sealed.toString('base64url')}`;
}

/** @throws ProblemError senderNotProven for what is none of ours, or too old */
export function openProof(text: string, now: number, keys: ContactKeys): SenderProof {
  const proof = opened(text, keys);
  if (proof.until < now) throw new ProblemError('senderNotProven');
  return proof;
}

function opened(text: string, keys: ContactKeys): SenderProof {
  const [keyId = '', body = ''] = text.split('.');
  try {
    return JSON.parse(openText({ keyId, sealed: Buffer.from(body, 'base64url') }, BOUND_TO, keys)) as SenderProof;
  } catch (cause) {
    throw new ProblemError('senderNotProven', { cause });
  }
}
