import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of one service; a fault that repeats says nothing new. */
const MOST_LINES = 10;
const LINE_CHARS = 2_000;

/** What services logged as unexpected, with its stack: a test sees only the 500, and the log goes with the platform. */
export function loggedErrors(stateDir: string, services: readonly string[]): string[] {
  return services.flatMap((service) => {
    const file = join(stateDir, 'logs', `${service}.log`);
    if (!existsSync(file)) return [];
    const errors = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /^\{"level":[56]0,.*"err":\{/.test(line));
    return errors.slice(0, MOST_LINES).map((line) => `${service}: ${line.slice(0, LINE_CHARS)}`);
  });
}
