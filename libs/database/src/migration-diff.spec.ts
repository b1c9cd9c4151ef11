import { describe, expect, it } from '@jest/globals';
import { withRowLevelSecurity } from './migration-diff.js';

describe('SQL of a new migration', () => {
  it('guards every new table that belongs to a tenant, and no other', () => {
    const sql = withRowLevelSecurity(`CREATE TABLE "a" (
    "id" TEXT NOT NULL,
    "subdistrict_id" TEXT NOT NULL
);

CREATE TABLE "calendar" (
    "day" DATE NOT NULL
);

CREATE TABLE "b" (
    "subdistrict_id" TEXT NOT NULL
);
`);
    expect([...sql.matchAll(/CREATE POLICY "tenant_isolation" ON "(\w+)"/g)].map(([, table]) => table)).toEqual([
      'a',
      'b',
    ]);
    expect(sql.match(/FORCE ROW LEVEL SECURITY/g)).toHaveLength(2);
  });
});
