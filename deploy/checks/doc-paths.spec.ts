import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from './root.js';

/** A file of this project as pages write it: from the root, between backticks. */
const FILE = /`((?:services|workflows|libs|deploy|docs)\/[\w./@-]+\.\w+)`/g;
const LINK = /\]\((?!\w+:)([^)#\s]+)/g;

const found = (text: string, what: RegExp): string[] => [...text.matchAll(what)].map(([, path]) => path!);

describe('the pages of this project', () => {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
  const pages = ['README.md', ...docs.filter((path) => path.endsWith('.md')).map((path) => join('docs', path))];

  it.each(pages)('%s names only files that are there', (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const named = [
      ...found(text, FILE).map((path) => join(ROOT, path)),
      ...found(text, LINK).map((path) => join(ROOT, dirname(page), path)),
    ];
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
