/** What the caller asked for; each benchmark has its own defaults. */
export interface BenchmarkOptions {
  rounds: number;
  /** Length of one measurement. */
  seconds: number;
}

/** One benchmark as the command line knows it. */
export interface Benchmark {
  /** What it measures, for the usage text. */
  summary: string;
  defaults: BenchmarkOptions;
  /** @returns the figures, and the baseline's, to be printed beside name and rounds */
  run(options: BenchmarkOptions): Promise<Record<string, unknown>>;
}
