import { describe, expect, it } from '@jest/globals';
import { localActivities } from './local-activities.js';

class Recorder {
  constructor(private readonly written: string[]) {}
  async recordThing(what: string): Promise<number> {
    return this.write(what);
  }
  private write(what: string): number {
    return this.written.push(what);
  }
}

describe('the local activities of a worker', () => {
  it('are the methods named record…, bound to their instance', async () => {
    const written: string[] = [];
    const activities = localActivities([new Recorder(written)]);
    expect(Object.keys(activities)).toEqual(['recordThing']);
    await (activities['recordThing'] as (what: string) => Promise<unknown>)('one');
    expect(written).toEqual(['one']);
  });

  it('are refused when two recorders have the same name for one', () => {
    expect(() => localActivities([new Recorder([]), new Recorder([])])).toThrow('recordThing');
  });
});
