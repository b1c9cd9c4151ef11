import { describe, expect, it } from '@jest/globals';
import { cpuMsEach, usedBetween } from './cpu-by-program.js';

describe('processor time of programs', () => {
  it('is what was added meanwhile', () => {
    expect(usedBetween({ temporal: 10, kafka: 2 }, { temporal: 13, kafka: 2 })).toEqual({ temporal: 3, kafka: 0 });
  });

  it('counts from nothing for one that was started again meanwhile', () => {
    expect(usedBetween({ whistles: 10 }, { whistles: 3, members: 1 })).toEqual({ whistles: 3, members: 1 });
  });

  it('is told in milliseconds for each thing done, as the median of several measurements', () => {
    const measured = [1, 2, 9].map((temporal) => ({ cpu: { temporal }, done: 10 }));
    expect(cpuMsEach(measured)).toEqual({ temporal: 200 });
  });
});
