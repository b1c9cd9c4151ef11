import { describe, expect, it } from '@jest/globals';
import { readContactKeys } from '@hsl/platform/contact-keys';
import { openProof, sealProof } from '@hsl/platform/sender-proof';
import { openPhoneProof, phoneKeyOf, sealPhoneProof } from './phone-proof.js';
import { codeHashOf, isRightCode } from './texted-codes.js';

const keys = readContactKeys({});
const others = readContactKeys({ CONTACT_KEYS: `other:${Buffer.alloc(32, 7).toString('base64')}` });
const NOT_PROVEN = expect.objectContaining({ code: 'senderNotProven' });
const held = { subdistrictId: 'zx', phone: '13800006789', until: 1_000 };

describe('the proof of holding a phone', () => {
  it('is no proof of a submission, and the other way round', () => {
    const text = sealPhoneProof(held, keys);
    expect(openPhoneProof(text, 1_000, keys)).toEqual(held);
    expect(() => openPhoneProof(text, 1_001, keys)).toThrow(NOT_PROVEN);
    expect(() => openProof(text, 0, keys)).toThrow(NOT_PROVEN);
    const ofSender = sealProof({ ...held, submissionId: 's1', senderHash: 'h' }, keys);
    expect(() => openPhoneProof(ofSender, 0, keys)).toThrow(NOT_PROVEN);
  });
});

describe('what a phone is counted under', () => {
  it('is the same however the phone is written, and differs by subdistrict and by key', () => {
    const key = phoneKeyOf('zx', '0379-65551234', keys);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(phoneKeyOf('zx', '037965551234', keys)).toBe(key);
    expect(new Set([key, phoneKeyOf('ys', '037965551234', keys), phoneKeyOf('zx', '037965551234', others)]).size).toBe(
      3,
    );
  });
});

describe('a texted code', () => {
  const kept = { codeHash: codeHashOf('owner', '482913'), sentAt: new Date(0) };

  it('is right for its owner until ten minutes have passed', () => {
    const given = codeHashOf('owner', '482913');
    expect([599_999, 600_000].map((now) => isRightCode(kept, given, now))).toEqual([true, false]);
    expect(isRightCode(kept, codeHashOf('other', '482913'), 0)).toBe(false);
    expect(isRightCode(kept, codeHashOf('owner', '482914'), 0)).toBe(false);
    expect(isRightCode(undefined, given, 0)).toBe(false);
  });
});
