import { describe, expect, it } from '@jest/globals';
import { fail, pass, runSteps, type Step, type Tally } from './tally.js';

const step = (name: string, run: Step['run']): Step => ({ name, run });

async function run(...steps: (Step | (Step | Step[])[])[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await runSteps(steps, (line) => lines.push(line));
  return { code, lines };
}

describe('steps of the gate', () => {
  it('print a line each and end with the sum of what passed and failed', async () => {
    const { code, lines } = await run(
      step('format', () => Promise.resolve(pass())),
      step('unit tests', () => Promise.resolve({ passed: 41, failed: 0, note: '41 tests' })),
    );
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^ok {3}format +\d+\.\d s$/);
    expect(lines[1]).toMatch(/^ok {3}unit tests +\d+\.\d s {2}41 tests$/);
    expect(lines[2]).toBe('42 passed, 0 failed');
  });

  it('a failure shows its details and does not stop the steps after it', async () => {
    const { code, lines } = await run(
      step('lint', () => Promise.resolve(fail('a.ts:1 wrong'))),
      step('types', () => Promise.resolve(pass())),
    );
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^FAIL lint/),
      'a.ts:1 wrong',
      expect.stringMatching(/^ok/),
      '1 passed, 1 failed',
    ]);
  });

  it('what failed early in a long run is told again before the last line', async () => {
    const { lines } = await run(
      step('unit tests', () => Promise.resolve({ passed: 1, failed: 1, failures: ['✗ a.spec.ts: adds'] })),
      step('e2e tests', () => Promise.resolve(pass())),
    );
    expect(lines.slice(-2)).toEqual(['✗ a.spec.ts: adds', '2 passed, 1 failed']);
  });

  it('what may be asked again is, after everything else: its second answer counts, and says if it was unsteady', async () => {
    const first = (then: Tally) =>
      step('e2e tests', () =>
        Promise.resolve({
          ...{ passed: 9, failed: 1, failures: ['✗ a.spec.ts: adds'] },
          secondTry: { passed: 2, failed: 1, run: () => Promise.resolve(then) },
        }),
      );
    const last = step('timed tests', () => Promise.resolve(pass()));
    const well = await run(first({ passed: 3, failed: 0 }), last);
    expect(well.lines.slice(2)).toEqual([
      expect.stringMatching(/^ok {3}e2e tests, again/),
      'unsteady, passed when asked again: ✗ a.spec.ts: adds',
      '11 passed, 0 failed',
    ]);
    expect(well.code).toBe(0);
    const failures = ['✗ a.spec.ts: adds'];
    const ill = await run(first({ passed: 2, failed: 1, failures }), last);
    expect([ill.code, ...ill.lines.slice(-2)]).toEqual([1, '✗ a.spec.ts: adds', '10 passed, 1 failed']);
  });

  it('a step that cannot run has failed', async () => {
    const { code, lines } = await run(step('boundaries', () => Promise.reject(new Error('saw 0 modules'))));
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('saw 0 modules');
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
  });

  it('those of an inner list run side by side, and the ones after them wait for all', async () => {
    const begun: string[] = [];
    let both = (): void => undefined;
    const together = new Promise<void>((resolve) => (both = resolve));
    const waiting = (name: string): Step =>
      step(name, async () => {
        if (begun.push(name) === 2) both();
        await together;
        return pass();
      });
    const last = step('last', () => {
      begun.push('last');
      return Promise.resolve(pass());
    });
    expect((await run([waiting('one'), waiting('other')], last)).lines.at(-1)).toBe('3 passed, 0 failed');
    expect(begun).toEqual(['one', 'other', 'last']);
  });

  it('steps of one lane take turns, whatever the lane beside them does', async () => {
    const seen: string[] = [];
    const slow = (name: string, ms: number): Step =>
      step(name, async () => {
        seen.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, ms));
        seen.push(`${name} ends`);
        return pass();
      });
    expect((await run([[slow('a', 30), slow('b', 1)], slow('c', 120)])).lines.at(-1)).toBe('3 passed, 0 failed');
    expect(seen.filter((one) => !one.startsWith('c'))).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(seen.indexOf('c begins')).toBeLessThan(seen.indexOf('a ends'));
  });

  it('nothing at all is not green', async () => {
    expect((await run()).code).toBe(1);
  });
});
