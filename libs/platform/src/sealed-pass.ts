import type { ContactKeys } from './contact-keys.js';
import { ProblemError } from './problem.error.js';
import { openText, sealText } from './sealed-text.js';

/** What somebody without an account has proven, for as long as it holds. */
export interface Pass {
  /** UTC milliseconds. */
  until: number;
}

/**
 * A proof in the hands of who gave it: sealed with the keys of contacts, so that nobody makes one and nobody reads the
 * phone in it.
 * @param boundTo names the kind of proof: one kind opens as no other
 */
export function sealPass(pass: Pass, boundTo: string, keys: ContactKeys): string {
  const { keyId, sealed } = sealText(JSON.stringify(pass), boundTo, keys);
  return `${keyId}.${sealed.toString('base64url')}`;
}

/** @throws ProblemError senderNotProven for what is none of ours, of another kind, or too old */
export function openPass<Kind extends Pass>(text: string, boundTo: string, now: number, keys: ContactKeys): Kind {
  const pass = opened<Kind>(text, boundTo, keys);
  if (pass.until < now) throw new ProblemError('senderNotProven');
  return pass;
}

function opened<Kind extends Pass>(text: string, boundTo: string, keys: ContactKeys): Kind {
  const [keyId = '', body = ''] = text.split('.');
  try {
    return JSON.parse(openText({ keyId, sealed: Buffer.from(body, 'base64url') }, boundTo, keys)) as Kind;
  } catch (cause) {
    throw new ProblemError('senderNotProven', { cause });
  }
}
