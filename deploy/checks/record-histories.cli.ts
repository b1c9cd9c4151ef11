import { binary } from './root.js';
import { runCommand, stopCommandsOnSignals } from './run-command.js';

const TIMEOUT_MS = 10 * 60_000;

/**
 * `npm run histories`: plays every path of workflows/test/paths.ts and writes what is new into workflows/histories.
 * With --replace also what the present code does not replay any more.
 * @public called by bootstrap/command.mjs
 */
export async function main(args: readonly string[]): Promise<number> {
  const isReplacing = args.includes('--replace');
  stopCommandsOnSignals();
  const { code } = await runCommand(binary('jest'), ['--selectProjects', 'histories', '--forceExit'], {
    timeoutMs: TIMEOUT_MS,
    stream: true,
    env: {
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
      ...(isReplacing ? { HSL_REPLACE_HISTORIES: '1' } : {}),
    },
  });
  return code ?? 1;
}
