import { describe, expect, it } from '@jest/globals';
import { anonymised } from './anonymised.js';

describe('words for everybody', () => {
  it('mask the residents who were there, the longer name first, and their phones', () => {
    const text = '王建国和王建反对，电话13812345678；编号 202613812345678 照旧。';
    expect(anonymised(text, ['王建', '王建国'])).toBe('某某和某某反对，电话（电话略）；编号 202613812345678 照旧。');
  });

  it('stay as they are where nobody is named', () => {
    expect(anonymised('十户同意', [])).toBe('十户同意');
  });
});
