import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DUPLICATE_RULES } from './duplicate-rules.js';
import { featuresOf, similarityOf } from './text-similarity.js';

const similarity = (a: string, b: string): number => similarityOf(featuresOf(a), featuresOf(b));
const isSimilar = (a: string, b: string): boolean => similarity(a, b) >= DUPLICATE_RULES.similarFrom;

describe('the similarity of two reports', () => {
  it.each([
    ['width, spaces and punctuation', '３号楼，楼道 堆满杂物！', '3号楼楼道堆满杂物'],
    ['numerals', '三号楼二单元电梯坏了', '3号楼2单元电梯坏了'],
    ['larger numerals', '二十三号楼一〇二漏水', '23号楼102漏水'],
    ['words for a building', '3栋电梯坏了，老人下不了楼', '3#楼电梯坏了，老人下不了楼'],
  ])('does not mind %s', (_what, a, b) => expect(similarity(a, b)).toBe(1));

  it('takes words for one thing as one', () => {
    expect(isSimilar('居民在楼道给电瓶车充电', '楼梯间有电动自行车充电')).toBe(true);
  });

  it('keeps other buildings, gates and roads apart, however alike the rest is', () => {
    expect(isSimilar('3号楼2单元电梯坏了，老人下不了楼', '5号楼2单元电梯坏了，老人下不了楼')).toBe(false);
    expect(isSimilar('东门电动车占道', '西门电动车占道')).toBe(false);
    expect(isSimilar('中兴路路灯不亮', '育才路路灯不亮')).toBe(false);
    expect(isSimilar('3、5号楼电梯坏了', '5号楼电梯坏了')).toBe(true);
  });

  it('keeps opposite wishes apart', () => {
    expect(isSimilar('2号楼要求加装电梯', '2号楼反对加装电梯')).toBe(false);
    expect(isSimilar('空地上请增设充电桩', '空地上的充电桩请拆除')).toBe(false);
  });

  it('keeps two things at one place apart', () => {
    expect(isSimilar('3号楼2单元楼道堆满杂物', '3号楼2单元楼道电梯困人')).toBe(false);
  });

  it('says nothing of texts without content', () => {
    expect(similarity('', '')).toBe(0);
    expect(similarity('请尽快解决', '请尽快解决')).toBe(0);
  });

  it('lies between 0 and 1, is 1 for a text with itself, and the same in both directions', () => {
    const text = fc.string({ unit: fc.constantFrom(...'三3号楼单元电梯漏水坏了东门，。 aA'.split('')), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [here, there] = [featuresOf(a), featuresOf(b)];
        const score = similarityOf(here, there);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(similarityOf(there, here)).toBe(score);
        if (here.total > 0) expect(similarityOf(here, here)).toBe(1);
      }),
    );
  });

  it('reads the beginning of a very long text only', () => {
    const long = Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    expect(featuresOf(long).total).toBeLessThan(400);
  });
});
