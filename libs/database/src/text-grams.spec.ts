import { describe, expect, it } from '@jest/globals';
import { gramsSought } from './text-grams.js';

const CASES: readonly [text: string, grams: string[]][] = [
  ['井', ['井']],
  ['井盖', ['井盖']],
  ['电动车占道', ['电动车', '车占道']],
  ['77号楼东', ['77号', '号楼东']],
  ['ZX-2026-000123', ['2026', '000123', 'zx-']],
  ['13800000000', ['138000', '000000']],
  ['7-1234', ['1234', '7-']],
  ['1234-5678', ['1234', '5678']],
  ['-', ['-']],
  ['7', ['7']],
  ['A座', ['a座']],
  ['𠮷祥', ['𠮷祥']],
  ['东东东东东东', ['东东东']],
];

describe('grams that are sought', () => {
  it.each(CASES)('cover %s', (text, grams) => {
    expect(gramsSought(text)).toEqual(grams);
  });
});
