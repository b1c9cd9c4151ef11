import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkSimilarity, FLOORS, measureSimilarity, type LabelledPair } from './similarity-check.js';

const { pairs } = JSON.parse(readFileSync(new URL('../fixtures/similar-texts.json', import.meta.url), 'utf8')) as {
  pairs: LabelledPair[];
};

describe('check:similarity', () => {
  it('keeps the floors on both halves of the labelled pairs', () => {
    for (const { half, precision, recall } of measureSimilarity(pairs)) {
      expect([half, precision >= FLOORS[half].precision, recall >= FLOORS[half].recall]).toEqual([half, true, true]);
    }
  });

  it('has pairs of both labels for all fifteen categories in both halves', () => {
    const cells = new Set(pairs.map(({ id, half, same }) => `${id.split('-')[0]} ${half} ${same}`));
    expect(cells.size).toBe(15 * 2 * 2);
    expect(pairs.length).toBeGreaterThanOrEqual(80);
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
  });

  it('prints both figures of each half with examples, and succeeds', () => {
    const printed: string[] = [];
    expect(checkSimilarity(pairs, (line) => printed.push(line))).toBe(0);
    expect(
      printed.filter((line) => /^(calibration|heldOut): 60 pairs, precision 0\.\d+, recall 0\.\d+$/.test(line)).length,
    ).toBe(2);
    expect(printed.join('\n')).toContain('suggested, but two matters');
    expect(printed.join('\n')).toContain('missed, but one matter');
  });

  it('fails below a floor, naming the half', () => {
    const printed: string[] = [];
    const turned = pairs.map((pair) => (pair.half === 'heldOut' ? { ...pair, same: !pair.same } : pair));
    expect(checkSimilarity(turned, (line) => printed.push(line))).toBe(1);
    expect(printed.at(-1)).toMatch(/^FAIL heldOut/);
  });
});
