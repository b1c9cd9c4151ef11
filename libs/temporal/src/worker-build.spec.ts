import { describe, expect, it } from '@jest/globals';
import { buildIdOf, isOlderBuild, isOwnBuild } from './worker-build.js';

const build = (version: string, builtAt = '20261126121601', hash = '3f9a2c71') => buildIdOf({ version, builtAt, hash });

describe('the build a worker runs', () => {
  it('is named by version, time of bundling and content', () => {
    expect(build('0.1.0')).toBe('0.1.0-20261126121601-3f9a2c71');
  });

  it('is older with a lower version, compared as numbers, whenever it was bundled', () => {
    expect(isOlderBuild(build('0.9.0', '20270101000000'), build('0.10.0'))).toBe(true);
    expect(isOlderBuild(build('0.10.0'), build('0.9.0', '20270101000000'))).toBe(false);
  });

  it('is older when the same version was bundled earlier', () => {
    expect(isOlderBuild(build('0.1.0'), build('0.1.0', '20261126121602'))).toBe(true);
    expect(isOlderBuild(build('0.1.0', '20261126121602'), build('0.1.0'))).toBe(false);
  });

  it('is not older than itself, and of two bundled in the same second one is', () => {
    expect(isOlderBuild(build('0.1.0'), build('0.1.0'))).toBe(false);
    const [one, two] = [build('0.1.0', undefined, 'aaaaaaaa'), build('0.1.0', undefined, 'bbbbbbbb')];
    expect([isOlderBuild(one, two), isOlderBuild(two, one)]).toEqual([true, false]);
  });

  it('is neither older nor newer than one a person named', () => {
    expect(isOwnBuild('the-one-from-tuesday')).toBe(false);
    expect(isOlderBuild(build('0.1.0'), 'the-one-from-tuesday')).toBe(false);
  });
});
