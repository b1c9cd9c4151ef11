import { messageOf } from '../local/bootstrap/error-facts.mjs';
import { readArguments, type BenchmarkArguments } from './bench-arguments.js';
import { BENCHMARKS } from './benchmarks.js';
import { say } from './progress.js';

/**
 * `npm run bench -- NAME [--rounds N] [--seconds N] [--count N]`: one JSON object on standard output, progress on standard error.
 * @public called by bootstrap/command.mjs
 */
export async function main(args: string[]): Promise<number> {
  const asked = readOrExplain(args);
  if (!asked) return 2;
  const benchmark = BENCHMARKS[asked.name]!;
  const { name, ...chosen } = asked;
  const options = { seconds: 0, count: 0, ...benchmark.defaults, ...chosen };
  say(`${name}: ${benchmark.summary}`);
  const figures = await benchmark.run(options);
  const result = { name, rounds: options.rounds, ...figures };
  console.log(process.stdout.isTTY ? JSON.stringify(result, undefined, 2) : JSON.stringify(result));
  return 0;
}

function readOrExplain(args: string[]): BenchmarkArguments | undefined {
  try {
    return readArguments(args, Object.keys(BENCHMARKS));
  } catch (error) {
    console.error(messageOf(error));
    for (const [name, { summary, defaults }] of Object.entries(BENCHMARKS)) {
      const options = Object.entries(defaults).map(([option, value]) => `--${option} ${value}`);
      console.error(`  ${name}: ${summary} (${options.join(' ')})`);
    }
    return undefined;
  }
}
