import { describe, expect, it } from '@jest/globals';
import { databaseUrlOf } from './database-env.js';

describe("a service's database", () => {
  it('is its own on the server, with the parameters of the URL', () => {
    expect(databaseUrlOf('whistles', 'postgres://hsl:p%40ss@db:5432?sslmode=require')).toBe(
      'postgres://hsl:p%40ss@db:5432/hsl_whistles?sslmode=require',
    );
  });
});
