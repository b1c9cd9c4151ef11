import { spawn } from 'node:child_process';

/**
 * Runs a command to its end. What it prints goes to standard error: standard output belongs to the command the user
 * asked for.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} options quiet shows the output only of a failure
 * @returns {Promise<void>}
 * @throws {Error} if it cannot be started or ends with anything but 0
 */
export function runChild(command, args, { cwd, env = {}, quiet = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 2, quiet ? 'pipe' : 2],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}\n${output}`.trim()));
    });
  });
}
