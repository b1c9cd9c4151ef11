import { describe, expect, it } from '@jest/globals';
import { runCommand } from './run-command.js';

const node = (script: string, timeoutMs = 5_000) => runCommand(process.execPath, ['-e', script], { timeoutMs });

describe('a command of the gate', () => {
  it('gives its exit code and what it printed', async () => {
    const result = await node('console.log("out"); console.error("err"); process.exit(3)');
    expect(result).toMatchObject({ code: 3, timedOut: false, stdout: 'out\n' });
    expect(result.output).toContain('err');
  });

  it('that takes too long is stopped together with what it started', async () => {
    // The grandchild holds the same output open, so the end is only seen when it has ended too.
    const script = `require('child_process').spawn('sleep', ['30'], { stdio: 'inherit' }); setInterval(() => {}, 1000);`;
    const began = performance.now();
    const { timedOut, code } = await node(script, 500);
    expect({ timedOut, code }).toEqual({ timedOut: true, code: null });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('that does not exist is an error', async () => {
    await expect(runCommand('/no/such/command', [], { timeoutMs: 1_000 })).rejects.toThrow('ENOENT');
  });
});
