import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHECKOUT } from './bootstrap/paths.mjs';
import { findRunningPlatform } from './platform-file.js';

const PROGRAM = join(CHECKOUT, 'deploy', 'dist', 'local', 'background.cli.js');
/** The first start on a machine fetches servers. */
const READY_WITHIN_MS = 30 * 60_000;
const LOOK_EVERY_MS = 200;

/**
 * Starts the platform in the background and shows its progress until it is ready.
 * @param show where the progress goes
 * @returns 0 when it is ready, 1 if it did not start
 */
export async function startDetached(
  stateDir: string,
  show: (text: string) => void = (text) => process.stdout.write(text),
): Promise<number> {
  const logFile = join(stateDir, 'logs', 'start.log');
  const child = spawnBackground(logFile);
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  const cancel = (): void => void child.kill('SIGTERM');
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  let shown = 0;
  const showMore = (): void => {
    const text = readFileSync(logFile, 'utf8');
    show(text.slice(shown));
    shown = text.length;
  };
  try {
    const giveUpAt = Date.now() + READY_WITHIN_MS;
    for (;;) {
      const exitCode = await Promise.race([ended, sleep(LOOK_EVERY_MS).then(() => undefined)]);
      const ready = findRunningPlatform(stateDir)?.state === 'ready';
      showMore();
      if (exitCode !== undefined) return exitCode;
      if (ready) return 0;
      if (Date.now() > giveUpAt) throw new Error(`not ready after ${READY_WITHIN_MS / 60_000} minutes; see ${logFile}`);
    }
  } finally {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
    child.unref();
  }
}

function spawnBackground(logFile: string): ReturnType<typeof spawn> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w');
  try {
    return spawn(process.execPath, [PROGRAM], { cwd: CHECKOUT, detached: true, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}
