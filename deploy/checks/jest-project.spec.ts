import { describe, expect, it } from '@jest/globals';
import { failuresOf, type JestReport, secondTryOf, tallyOfReport } from './jest-project.js';
import { ROOT } from './root.js';

const report = (passed: number, failed: number, testResults: JestReport['testResults'] = []): JestReport => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  testResults,
});

describe('count of a test run', () => {
  it('is the number of tests', () => {
    expect(tallyOfReport(report(7, 2), true)).toMatchObject({ passed: 7, failed: 2, note: '7 tests' });
  });

  it('a kind of tests without any test has failed', () => {
    expect(tallyOfReport(report(0, 0), true)).toMatchObject({ passed: 0, failed: 1, details: 'no test was run' });
  });

  it('a file that broke before its first test counts, though it has no test', () => {
    const broken = { name: 'a.spec.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] };
    const tally = tallyOfReport(report(3, 0, [broken]), true);
    expect(tally).toMatchObject({ passed: 3, failed: 1 });
    expect(tally.details).toContain('Cannot find module');
  });

  it('a file that broke after its last test counts too', () => {
    const passed = { status: 'passed', fullName: 'adds' };
    const broken = { name: 'a.spec.ts', status: 'failed', message: 'afterAll: no end', assertionResults: [passed] };
    expect(tallyOfReport(report(1, 0, [broken]), true)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('files that failed are asked again, and counted as they were; none if many failed', async () => {
    const file = (name: string, ...statuses: string[]) => ({
      ...{ name, message: '', status: statuses.includes('failed') ? 'failed' : 'passed' },
      assertionResults: statuses.map((status) => ({ status, fullName: status })),
    });
    const asked: string[][] = [];
    const ask = (files: string[]) => (asked.push(files), Promise.resolve({ passed: 3, failed: 0 }));
    const bad = file('bad.spec.ts', 'passed', 'failed', 'passed');
    const again = secondTryOf(report(3, 1, [bad, file('good.spec.ts', 'passed')]), ask);
    expect(again).toMatchObject({ passed: 2, failed: 1 });
    expect(await again?.run()).toEqual({ passed: 3, failed: 0 });
    expect(asked).toEqual([['bad.spec.ts']]);
    expect(secondTryOf(report(1, 0, [file('good.spec.ts', 'passed')]), ask)).toBeUndefined();
    expect(
      secondTryOf(
        report(
          0,
          5,
          Array.from({ length: 5 }, () => bad),
        ),
        ask,
      ),
    ).toBeUndefined();
  });

  it('a run that had to be stopped has failed, whatever passed before', () => {
    expect(tallyOfReport(report(3, 0), false).failed).toBe(1);
  });

  it('a failed test is named with its file and the head of its message, without colours and stack', () => {
    const failureMessages = ['\u001b[31mexpected 1\u001b[39m\n\n  got 2\n    at f (a.ts:1:1)'];
    const tests = [
      { status: 'passed', fullName: 'adds' },
      { status: 'failed', fullName: 'subtracts', failureMessages },
    ];
    const file = { name: `${ROOT}/libs/a.spec.ts`, status: 'failed', message: '', assertionResults: tests };
    expect(failuresOf(report(1, 1, [file]))).toEqual(['✗ libs/a.spec.ts: subtracts\n    expected 1\n      got 2']);
  });

  it('skipped tests are told', () => {
    expect(tallyOfReport({ ...report(3, 0), numPendingTests: 2 }, true).note).toBe('3 tests, 2 skipped');
  });
});
