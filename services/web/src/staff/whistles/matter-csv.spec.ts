import { describe, expect, it } from '@jest/globals';
import { csvOf } from './matter-csv.js';

describe('a list as a file', () => {
  it('keeps commas and quotes within a cell, and runs no formula', () => {
    const text = csvOf([
      ['编号', '等谁'],
      ['ZX-1', '城管局, "反馈"'],
      ['=1+1', ''],
    ]);
    expect(text).toBe('\uFEFF编号,等谁\r\nZX-1,"城管局, ""反馈"""\r\n\'=1+1,\r\n');
  });
});
