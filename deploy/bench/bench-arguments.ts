import { parseArgs } from 'node:util';
import type { BenchmarkOptions } from './benchmark.js';

export interface BenchmarkArguments extends Partial<BenchmarkOptions> {
  name: string;
}

const MOST_ROUNDS = 100;
const MOST_SECONDS = 3_600;
const MOST_COUNT = 1_000_000;

/**
 * Reads `NAME [--rounds N] [--seconds N] [--count N]`.
 * @throws Error in words for the caller
 */
export function readArguments(args: readonly string[], names: readonly string[]): BenchmarkArguments {
  const { values, positionals } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: { rounds: { type: 'string' }, seconds: { type: 'string' }, count: { type: 'string' } },
    allowPositionals: true,
  });
  const [name, ...rest] = positionals;
  if (name === undefined || !names.includes(name)) throw new Error(`name one benchmark: ${names.join(', ')}`);
  if (rest.length > 0) throw new Error(`one benchmark at a time, not also ${rest.join(', ')}`);
  return {
    name,
    ...bounded('rounds', values.rounds, MOST_ROUNDS),
    ...bounded('seconds', values.seconds, MOST_SECONDS),
    ...bounded('count', values.count, MOST_COUNT),
  };
}

function bounded(name: keyof BenchmarkOptions, text: string | undefined, most: number): Partial<BenchmarkOptions> {
  if (text === undefined) return {};
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) throw new Error(`--${name} is a number from 1 to ${most}`);
  return { [name]: value };
}
