import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { lifecycleMarkdown } from './lifecycle-doc.js';
import { ROOT } from './root.js';

describe('the page about the life cycle', () => {
  it('is what the table says today; else run npm run docs:lifecycle', () => {
    expect(readFileSync(join(ROOT, 'docs', 'lifecycle.md'), 'utf8')).toBe(lifecycleMarkdown());
  });
});
