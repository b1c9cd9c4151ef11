import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { STANDARD_TABLES } from './standard-tables.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe('the standard tables', () => {
  it.each(STANDARD_TABLES)('$name stands in the README as it is', ({ model }) => {
    expect(readme).toContain(model);
  });

  it.each(STANDARD_TABLES)('$name is guarded in every table it makes', ({ sql }) => {
    const made = [...sql.matchAll(/CREATE TABLE "(\w+)"/g)].map(([, table]) => table);
    const guarded = [...sql.matchAll(/CREATE POLICY "tenant_isolation" ON "(\w+)"/g)].map(([, table]) => table);
    expect(guarded).toEqual(made);
  });
});
