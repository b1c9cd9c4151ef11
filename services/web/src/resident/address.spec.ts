import { describe, expect, it } from '@jest/globals';
import { addressOf } from './address.js';

describe('an address of a resident', () => {
  it.each([
    ['/q/zx.1.abc', { page: 'report', code: 'zx.1.abc' }],
    ['/t/7K3M-9QTF-W2XH', { page: 'track', code: '7K3M-9QTF-W2XH' }],
    ['/t/7K3M-9QTF-W2XH/rating', { page: 'rating', code: '7K3M-9QTF-W2XH' }],
    ['/t/7K3M-9QTF-W2XH/reopen/', { page: 'reopen', code: '7K3M-9QTF-W2XH' }],
    ['/t/7K3M-9QTF-W2XH/data', { page: 'personal', code: '7K3M-9QTF-W2XH' }],
    ['/t', { page: 'askCode' }],
    ['/t/', { page: 'askCode' }],
    ['/q', { page: 'home' }],
    ['/p/report', { page: 'openReport' }],
    ['/p/topics', { page: 'topics' }],
    ['/p/topics/1', { page: 'topic', id: '1' }],
    ['/p/sessions/1', { page: 'session', id: '1' }],
    ['/s/1', { page: 'session', id: '1' }],
    ['/p/communities/ZX01', { page: 'community', id: 'ZX01' }],
    ['/p', { page: 'home' }],
    ['/p/topics/1/more', { page: 'home' }],
  ])('%s', (path, address) => {
    expect(addressOf(path)).toEqual(address);
  });
});
