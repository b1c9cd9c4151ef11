import { describe, expect, it } from '@jest/globals';
import { judgeSizes, sizedFiles } from './file-size.js';

const file = (path: string, lines: number) => ({ path, lines });

describe('file sizes', () => {
  it('a source may have 300 lines, a spec 500', () => {
    const fitting = [
      file('libs/a/src/a.ts', 300),
      file('libs/a/src/a.spec.ts', 500),
      file('libs/a/test/stage.ts', 500),
    ];
    expect(judgeSizes(fitting)).toMatchObject({ failed: 0, note: '3 files, median 500 lines, longest 500' });
  });

  it('names each file that is too long', () => {
    const tally = judgeSizes([file('libs/a/src/a.ts', 301), file('b.spec.ts', 501), file('c.ts', 12)]);
    expect(tally).toMatchObject({ failed: 1, details: 'libs/a/src/a.ts has 301 lines\nb.spec.ts has 501 lines' });
  });

  it('finding no source is a failure, not a pass', () => {
    expect(judgeSizes([]).failed).toBe(1);
  });

  it('looks at sources only, not at what was made or downloaded', () => {
    const paths = sizedFiles().map(({ path }) => path);
    expect(paths).toContain('deploy/checks/file-size.ts');
    expect(paths.filter((path) => /node_modules|\/dist\/|\.json$/.test(path))).toEqual([]);
  });
});
