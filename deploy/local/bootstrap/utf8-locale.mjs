import { spawnSync } from 'node:child_process';

/** In this order; macOS has only the last. */
const KNOWN = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8'];
const LIST = { command: 'locale', args: ['-a'] };

/**
 * The system's locale that tells letters from other characters: PostgreSQL's pg_trgm asks it, and without one it takes
 * no Chinese character for a letter and finds nothing alike.
 * @returns {string | undefined}
 */
export function findUtf8Locale() {
  const { stdout } = spawnSync(LIST.command, LIST.args, { encoding: 'utf8', timeout: 5_000 });
  const available = new Set((stdout ?? '').split('\n').map((line) => line.trim()));
  return KNOWN.find((name) => available.has(name));
}
