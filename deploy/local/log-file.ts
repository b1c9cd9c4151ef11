import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

const MAX_BYTES = 10 * 1024 * 1024;
const TAIL_BYTES = 4 * 1024;

/**
 * Opens a log for appending. A process writes to the file itself, so logging costs the supervisor nothing and goes on
 * when it dies.
 * @returns file descriptor; the caller closes it once the process has it
 */
export function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  boundLog(path);
  return openSync(path, 'a');
}

/** Keeps a log below 10 MiB, the part before it in `<path>.1`. The writer appends, so it need not notice. */
export function boundLog(path: string): void {
  if (!existsSync(path) || statSync(path).size < MAX_BYTES) return;
  copyFileSync(path, `${path}.1`);
  truncateSync(path, 0);
}

/** @returns the last lines of a log, for an error message; empty if there is none */
export function tailOfLog(path: string, lines = 15): string {
  if (!existsSync(path)) return '';
  const size = statSync(path).size;
  const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
  const file = openSync(path, 'r');
  try {
    readSync(file, buffer, 0, buffer.length, size - buffer.length);
  } finally {
    closeSync(file);
  }
  return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
