import { describe, expect, it } from '@jest/globals';
import { lastIdOf } from './last-event-id.js';
import { tokenExpiresAt } from './token-expiry.js';
import { parseWake } from './wake-channel.js';

describe('where a stream resumes', () => {
  it('is after the row the client names, also after none at all', () => {
    expect(lastIdOf('1024')).toBe(1024n);
    expect(lastIdOf('0')).toBe(0n);
  });

  it('is now, for a client that names none', () => {
    expect(lastIdOf(undefined)).toBeUndefined();
    expect(lastIdOf('')).toBeUndefined();
  });

  it.each(['-1', '1.5', 'abc', '01', '9'.repeat(19)])('is refused for %s, naming the header', (header) => {
    expect(() => lastIdOf(header)).toThrow(
      expect.objectContaining({
        code: 'validationFailed',
        errors: [expect.objectContaining({ field: 'last-event-id' })],
      }),
    );
  });
});

describe('the end of a token', () => {
  it('is its claim, in milliseconds', () => {
    const payload = Buffer.from(JSON.stringify({ exp: 1_800_000_000 })).toString('base64url');
    expect(tokenExpiresAt(`Bearer e30.${payload}.sig`)).toBe(1_800_000_000_000);
  });

  it('is unknown without a token or a claim', () => {
    expect(tokenExpiresAt(undefined)).toBeUndefined();
    expect(tokenExpiresAt(`Bearer e30.e30.sig`)).toBeUndefined();
  });
});

describe('a wake message', () => {
  it('names tenant and person', () => {
    expect(parseWake('zx/zx-liaison1')).toEqual({ subdistrictId: 'zx', userId: 'zx-liaison1' });
  });

  it.each(['', 'zx', '/user', 'zx/'])('is ignored when it is %p', (payload) => {
    expect(parseWake(payload)).toBeUndefined();
  });
});
