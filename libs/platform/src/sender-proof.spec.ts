import { describe, expect, it } from '@jest/globals';
import { readContactKeys } from './contact-keys.js';
import { openProof, sealProof } from './sender-proof.js';

const keys = readContactKeys({});
const NOT_PROVEN = expect.objectContaining({ code: 'senderNotProven' });
const proof = { subdistrictId: 'zx', submissionId: 's1', senderHash: 'h', phone: '13800006789', until: 1_000 };

describe('the proof that a sender carries', () => {
  it('tells every service who it is until it ends, and shows nobody the phone', () => {
    const text = sealProof(proof, keys);
    expect(openProof(text, 1_000, keys)).toEqual(proof);
    expect(Buffer.from(text.split('.')[1]!, 'base64url').toString('latin1')).not.toContain(proof.phone);
    expect(() => openProof(text, 1_001, keys)).toThrow(NOT_PROVEN);
  });

  it.each(['', 'x', 'development.', 'development.AAAA', 'gone.AAAA'])('is not made up: %j', (text) => {
    expect(() => openProof(text, 0, keys)).toThrow(NOT_PROVEN);
  });

  it('is not changed on the way', () => {
    const [keyId, body] = sealProof(proof, keys).split('.');
    const bytes = Buffer.from(body!, 'base64url');
    bytes[bytes.length - 1]! ^= 1;
    expect(() => openProof(`${keyId}.${bytes.toString('base64url')}`, 0, keys)).toThrow(NOT_PROVEN);
  });
});
