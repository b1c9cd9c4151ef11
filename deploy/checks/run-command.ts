import { spawn } from 'node:child_process';
import { ROOT } from './root.js';

export interface CommandOptions {
  timeoutMs: number;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Show what it prints while it runs, on stderr; the last line of stdout stays ours. */
  stream?: boolean;
  /** Stops it before its time, as if it had taken too long. */
  signal?: AbortSignal;
}

export interface CommandResult {
  /** Exit code; null when it was killed. */
  code: number | null;
  timedOut: boolean;
  stdout: string;
  /** stdout and stderr as they came. */
  output: string;
}

const KILL_AFTER_MS = 5_000;
const running = new Set<number>();

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // The group has ended meanwhile, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function stopGroup(pid: number): void {
  killGroup(pid, 'SIGTERM');
  setTimeout(() => killGroup(pid, 'SIGKILL'), KILL_AFTER_MS).unref();
}

/**
 * Ctrl-C reaches only this process, because every command has a process group of its own (so that its children can be
 * stopped with it); pass it on.
 */
export function stopCommandsOnSignals(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      running.forEach((pid) => killGroup(pid, 'SIGTERM'));
      process.exit(code);
    });
  }
}

/** Runs a command in the project's folder and waits for its end, at most `timeoutMs`. Never rejects for its exit code. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let [stdout, output, timedOut] = ['', '', false];
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (options.stream) process.stderr.write(chunk);
    };
    child.stdout.on('data', (chunk: Buffer) => ((stdout += chunk.toString()), collect(chunk)));
    child.stderr.on('data', collect);
    const stop = () => {
      timedOut = true;
      stopGroup(child.pid!);
    };
    const timer = setTimeout(stop, options.timeoutMs);
    options.signal?.addEventListener('abort', stop, { once: true });
    child.once('spawn', () => running.add(child.pid!));
    child.once('error', (error) => (clearTimeout(timer), reject(error)));
    child.once('close', (code) => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', stop);
      running.delete(child.pid!);
      resolve({ code, timedOut, stdout, output });
    });
  });
}
