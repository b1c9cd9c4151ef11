import { spawn } from 'node:child_process';

export interface RunOptions {
  /** Then it is killed. */
  timeoutMs: number;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Only root may run a program as somebody else. */
  user?: { uid: number; gid: number } | undefined;
}

const KEPT_OUTPUT = 8_000;

/**
 * Runs a program that is expected to end, such as an installer or a seed. It does not outlive this process.
 * @throws Error with the end of its output, if it fails, takes too long or does not exist
 */
export async function runProgram(command: string, args: readonly string[], options: RunOptions): Promise<void> {
  const child = spawn(command, [...args], {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.timeoutMs,
    killSignal: 'SIGKILL',
    ...options.user,
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString('utf8')).slice(-KEPT_OUTPUT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        if (code === 0) resolve();
        else reject(new Error(`${command} ended with ${signal ?? `code ${code}`}\n${output.trim()}`));
      });
    });
  } finally {
    process.off('exit', endWithUs);
  }
}
