import { describe, expect, it } from '@jest/globals';
import { readArguments } from './bench-arguments.js';

const NAMES = ['idle', 'history'];
const read = (...args: string[]) => readArguments(args, NAMES);

describe('the arguments of a benchmark', () => {
  it('are its name and, if wanted, rounds, seconds and count', () => {
    expect(read('history')).toEqual({ name: 'history' });
    expect(read('idle', '--rounds', '2', '--seconds=45')).toEqual({ name: 'idle', rounds: 2, seconds: 45 });
    expect(read('idle', '--count', '10000')).toEqual({ name: 'idle', count: 10_000 });
    expect(read('--', 'history', '--rounds', '1')).toEqual({ name: 'history', rounds: 1 });
  });

  it('name one benchmark that exists', () => {
    expect(() => read()).toThrow('idle, history');
    expect(() => read('sprint')).toThrow('idle, history');
    expect(() => read('idle', 'history')).toThrow('one benchmark at a time');
  });

  it('are refused when a number is none, or out of bounds', () => {
    for (const wrong of ['0', '-1', '1.5', 'many', '101']) {
      expect(() => read('idle', `--rounds=${wrong}`)).toThrow('--rounds is a number from 1 to 100');
    }
    expect(() => read('idle', '--laps', '3')).toThrow();
  });
});
