import { describe, expect, it } from '@jest/globals';
import { assertIdentifier, assertTenantId, isTenantId } from './identifiers.js';

describe('names that get into SQL or a connection option', () => {
  it.each(['zx', 'ys', 'zhong-xin-2', 'a1'])('takes %s for a tenant', (id) => {
    expect(isTenantId(id)).toBe(true);
  });

  it.each(['', 'z', '*', 'ZX', '1zx', 'zx ', 'zx -c role=postgres', "zx'", 'z'.repeat(33), 'zx\n', '中心'])(
    'takes %j for no tenant',
    (id) => {
      expect(() => assertTenantId(id)).toThrow(RangeError);
    },
  );

  it.each(['whistle', 'due_at', 'member_ids2'])('takes %s for a table or column', (name) => {
    expect(() => assertIdentifier(name)).not.toThrow();
  });

  it.each(['', 'Whistle', 'due at', 'a"b', 'a;drop table b', '1a', 'a'.repeat(64)])('takes %j for neither', (name) => {
    expect(() => assertIdentifier(name)).toThrow(RangeError);
  });
});
