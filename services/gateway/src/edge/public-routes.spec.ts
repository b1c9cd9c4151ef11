import { describe, expect, it } from '@jest/globals';
import { publicUseOf } from './public-routes.js';

const ID = '0199b6c2-55a4-7c52-9f3e-0f6a4d3f7b11';
const of = (method: string, rest: string) => publicUseOf(method, `/api/deliberations${rest}`);

describe('what a resident without an account reaches of a session', () => {
  it('takes part in it, and reads what was published', () => {
    for (const step of ['response', 'sign-ins', 'joining', 'opinions', 'signatures', 'scores'])
      expect([step, of('POST', `/${ID}/${step}`)]).toEqual([step, 'sitting']);
    expect(of('POST', `/${ID}/motions/${ID}/votes`)).toBe('sitting');
    expect([of('GET', '/published'), of('GET', `/${ID}/publication`)]).toEqual(['read', 'read']);
  });

  it('reads and runs nothing else of it', () => {
    for (const rest of [
      '',
      `/${ID}`,
      `/${ID}/sitting`,
      `/${ID}/opinions`,
      `/${ID}/minutes`,
      '/figures',
      `/${ID}/links`,
    ])
      expect([rest, of('GET', rest)]).toEqual([rest, undefined]);
    for (const rest of ['', `/${ID}/outcome`, `/${ID}/publication`, `/${ID}/motions`, `/${ID}/participants`])
      expect([rest, of('POST', rest)]).toEqual([rest, undefined]);
    expect(of('POST', '/a%2Fb/sign-ins')).toBeUndefined();
  });
});

describe('what a resident without an account reaches of a matter and of the notice board', () => {
  it('follows, rates and reopens the own matter by the tracking code, and reads no other way', () => {
    expect(publicUseOf('GET', '/api/whistles/track/7K3M-9QTF-W2XH')).toBe('read');
    for (const step of ['rating', 'reopening']) {
      expect([step, publicUseOf('POST', `/api/whistles/track/7K3M-9QTF-W2XH/${step}`)]).toEqual([step, 'write']);
      expect([step, publicUseOf('POST', `/api/whistles/${ID}/${step}`)]).toEqual([step, undefined]);
    }
    for (const path of ['', `/${ID}`, `/${ID}/timeline`, '/track', '/track/a%2Fb']) {
      expect([path, publicUseOf('GET', `/api/whistles${path}`)]).toEqual([path, undefined]);
    }
  });

  it('reads public lists, and nothing of the lists of staff', () => {
    for (const room of ['communities', 'members', 'topics', 'venues']) {
      expect([room, publicUseOf('GET', `/api/${room}/public`)]).toEqual([room, 'read']);
      expect([room, publicUseOf('GET', `/api/${room}`)]).toEqual([room, undefined]);
      expect([room, publicUseOf('POST', `/api/${room}/public`)]).toEqual([room, undefined]);
    }
    expect(publicUseOf('GET', `/api/topics/public/${ID}`)).toBe('read');
    expect([of('GET', '/coming'), publicUseOf('GET', `/api/topics/${ID}`)]).toEqual(['read', undefined]);
  });

  it('proves to be the sender, reads what is held and asks to be forgotten; requests of others stay with staff', () => {
    for (const path of ['codes', 'phone-codes'])
      expect([path, publicUseOf('POST', `/api/personal-data/${path}`)]).toEqual([path, 'text']);
    for (const path of ['proofs', 'phone-proofs', 'matters', 'exports', 'erasure-requests'])
      expect([path, publicUseOf('POST', `/api/personal-data/${path}`)]).toEqual([path, 'write']);
    for (const path of ['exports', 'erasure-marks'])
      expect([path, publicUseOf('POST', `/api/reporter-data/${path}`)]).toEqual([path, 'write']);
    expect(publicUseOf('GET', '/api/personal-data')).toBeUndefined();
    expect(publicUseOf('GET', '/api/personal-data/erasure-requests')).toBeUndefined();
    expect(publicUseOf('POST', `/api/personal-data/erasure-requests/${ID}/decision`)).toBeUndefined();
  });
});
