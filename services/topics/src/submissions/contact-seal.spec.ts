import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { EnvError } from '@hsl/platform/env';
import { readContactKeys } from '@hsl/platform/contact-keys';
import { open, seal } from './contact-seal.js';

const CONTACT = { name: '李某某', phone: '13800006789' };
const OWNER = { subdistrictId: 'zx', submissionId: '0b0f8f5e-7c1d-4a53-9a4e-3f2f6f0a7c11' };
const [older, newer] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const keys = (text: string, mode = 'production') => readContactKeys({ NODE_ENV: mode, CONTACT_KEYS: text });
const OLD = keys(`2026:${older}`);

describe('a sealed contact', () => {
  it('opens with its key, also after another one has become the current', () => {
    const sealed = seal(CONTACT, OWNER, OLD);
    expect(sealed.keyId).toBe('2026');
    expect(sealed.sealed.includes(CONTACT.phone)).toBe(false);
    const rotated = keys(`2027:${newer},2026:${older}`);
    expect(open(sealed, OWNER, rotated)).toEqual(CONTACT);
    expect(seal(CONTACT, OWNER, rotated).keyId).toBe('2027');
  });

  it('is never the same twice', () => {
    expect(seal(CONTACT, OWNER, OLD).sealed.equals(seal(CONTACT, OWNER, OLD).sealed)).toBe(false);
  });

  it('opens neither for another row nor changed nor without its key', () => {
    const sealed = seal(CONTACT, OWNER, OLD);
    expect(() => open(sealed, { ...OWNER, subdistrictId: 'ys' }, OLD)).toThrow();
    const changed = Buffer.from(sealed.sealed);
    changed[changed.length - 1]! ^= 1;
    expect(() => open({ ...sealed, sealed: changed }, OWNER, OLD)).toThrow();
    expect(() => open(sealed, OWNER, keys(`2027:${newer}`))).toThrow('no key 2026');
  });
});

describe('the keys of contacts', () => {
  it('are demanded in production, and said by their rule only when malformed', () => {
    expect(() => keys('')).toThrow('CONTACT_KEYS is not set');
    expect(keys('', 'development').currentId).toBe('development');
    for (const wrong of ['secret', '2026:c2hvcnQ=', `2026:${older},2026:${newer}`]) {
      expect(() => keys(wrong)).toThrow(EnvError);
      expect(() => keys(wrong)).not.toThrow(older);
    }
  });
});
