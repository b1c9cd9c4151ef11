import { describe, expect, it } from '@jest/globals';
import { radarPoints } from './radar.js';

describe('a radar', () => {
  it('begins upright and goes round clockwise', () => {
    expect(radarPoints([1, 1, 1, 1], 100)).toBe('0.0,-100.0 100.0,-0.0 0.0,100.0 -100.0,0.0');
  });

  it('has a corner in the middle for what there is none of', () => {
    expect(radarPoints([0.5, 0, 0], 100)).toBe('0.0,-50.0 0.0,0.0 0.0,0.0');
  });
});
