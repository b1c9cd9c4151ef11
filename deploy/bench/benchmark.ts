/** What a benchmark runs with. */
export interface BenchmarkOptions {
  rounds: number;
  /** Length of one measurement; nothing to a benchmark that counts instead of timing. */
  seconds: number;
  /** How many things are made, where a benchmark asks what many cost. */
  count: number;
}

/** One benchmark as the command line knows it. */
export interface Benchmark {
  /** What it measures, for the usage text. */
  summary: string;
  defaults: { rounds: number; seconds?: number; count?: number };
  /** @returns the figures, and the baseline's, to be printed beside name and rounds */
  run(options: BenchmarkOptions): Promise<Record<string, unknown>>;
}
