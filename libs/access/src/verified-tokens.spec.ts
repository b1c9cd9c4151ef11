import { describe, expect, it } from '@jest/globals';
import type { Actor } from './actor.js';
import { VerifiedTokens } from './verified-tokens.js';

const actor: Actor = { userId: 'zx-liaison1', subdistrictId: 'zx', posts: [] };
const NOW = Date.UTC(2026, 10, 23);
const inSeconds = (seconds: number) => NOW / 1000 + seconds;

describe('tokens checked a moment ago', () => {
  it('are believed for ten seconds and not longer', () => {
    const tokens = new VerifiedTokens();
    tokens.keep('a', actor, inSeconds(300), NOW);
    expect(tokens.find('a', NOW + 9_999)).toBe(actor);
    expect(tokens.find('a', NOW + 10_000)).toBeUndefined();
  });

  it('are not believed beyond their own expiry', () => {
    const tokens = new VerifiedTokens();
    tokens.keep('a', actor, inSeconds(3), NOW);
    expect(tokens.find('a', NOW + 2_999)).toBe(actor);
    expect(tokens.find('a', NOW + 3_000)).toBeUndefined();
  });

  it('are kept up to a thousand, the oldest going first', () => {
    const tokens = new VerifiedTokens();
    for (let index = 0; index <= 1_000; index += 1) tokens.keep(`t${index}`, actor, inSeconds(300), NOW);
    expect(tokens.find('t0', NOW)).toBeUndefined();
    expect(tokens.find('t1000', NOW)).toBe(actor);
  });
});
