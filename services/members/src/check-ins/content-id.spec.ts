import { describe, expect, it } from '@jest/globals';
import { contentIdOf } from './content-id.js';

const UUID_5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the id of what a request wrote', () => {
  it('is the same uuid for a repeat under the same key', () => {
    const id = contentIdOf(['zx-member-01', 'check-in', 'confirm'], 'key-1');
    expect(id).toMatch(UUID_5);
    expect(contentIdOf(['zx-member-01', 'check-in', 'confirm'], 'key-1')).toBe(id);
  });

  it('keeps two people apart who chose the same key', () => {
    expect(contentIdOf(['zx-member-01', 'one', 'confirm'], 'key-1')).not.toBe(
      contentIdOf(['zx-member-02', 'one', 'confirm'], 'key-1'),
    );
  });

  it('cannot be confused by where one part ends and the next begins', () => {
    expect(contentIdOf(['a', 'bc'], 'k')).not.toBe(contentIdOf(['ab', 'c'], 'k'));
  });

  it('is a new one each time without a key', () => {
    expect(contentIdOf(['a'], undefined)).not.toBe(contentIdOf(['a'], undefined));
  });
});
