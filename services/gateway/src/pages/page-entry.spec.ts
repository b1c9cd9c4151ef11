import { describe, expect, it } from '@jest/globals';
import { entryOf } from './page-entry.js';

describe('the document of an address', () => {
  it.each([
    ['/', 'index.html'],
    ['/work', 'index.html'],
    ['/topics/1', 'index.html'],
    ['/figures/I16.accept.p90', 'index.html'],
    ['/q/ABC', 'resident.html'],
    ['/q/v1.zx.ab12', 'resident.html'],
    ['/t', 'resident.html'],
    ['/p/topics/1', 'resident.html'],
    ['/api/nothing', undefined],
    ['/assets/gone.js', undefined],
    ['/favicon.ico', undefined],
  ])('%s is %s', (path, entry) => {
    expect(entryOf(path)).toBe(entry);
  });
});
