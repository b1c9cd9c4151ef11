import { describe, expect, it } from '@jest/globals';
import { differing } from './birth-statement.js';

describe('a statement made beforehand', () => {
  const renewed = differing(['id-0', '{"id":"id-0","at":7}', 7, null], { 'id-0': (serial) => `id-${serial}` });

  it('names another whistle each time, wherever its id stands', () => {
    expect(renewed()).toEqual(['id-1', '{"id":"id-1","at":7}', 7, null]);
    expect(renewed()).toEqual(['id-2', '{"id":"id-2","at":7}', 7, null]);
  });
});
