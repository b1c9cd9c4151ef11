import type { ContactKeys } from './contact-keys.js';
import { openPass, sealPass, type Pass } from './sealed-pass.js';

/** Who somebody without an account has proven to be. */
export interface SenderProof extends Pass {
  subdistrictId: string;
  submissionId: string;
  /** SHA-256 of the tracking code. */
  senderHash: string;
  /** The phone a code was texted to; absent where none was left. */
  phone?: string;
}

const BOUND_TO = 'hsl-sender-proof/1';

/** What a sender carries from the service that texted the code to the others that hold something. */
export const sealProof = (proof: SenderProof, keys: ContactKeys): string => sealPass(proof, BOUND_TO, keys);

/** @throws ProblemError senderNotProven for what is none of ours, or too old */
export const openProof = (text: string, now: number, keys: ContactKeys): SenderProof =>
  openPass(text, BOUND_TO, now, keys);
