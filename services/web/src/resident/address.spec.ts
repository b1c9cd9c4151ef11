import { describe, expect, it } from '@jest/globals';
import { addressOf } from './address.js';

describe('an address of a resident', () => {
  it.each([
    ['/q/zx.1.abc', { page: 'report', code: 'zx.1.abc' }],
    ['/t/7K3M-9QTF-W2XH', { page: 'track', code: '7K3M-9QTF-W2XH' }],
    ['/t', { page: 'askCode' }],
    ['/t/', { page: 'askCode' }],
    ['/q', { page: 'home' }],
    ['/p/report', { page: 'home' }],
  ])('%s', (path, address) => {
    expect(addressOf(path)).toEqual(address);
  });
});
