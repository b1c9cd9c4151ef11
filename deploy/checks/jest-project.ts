import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { binary, ROOT } from './root.js';
import { type CommandResult, runCommand } from './run-command.js';
import type { SecondTry, Tally } from './tally.js';

const MINUTE_MS = 60_000;
const EXIT_WITHIN_MS = 20_000;
/** Where more fail than this, it was no chance. */
const MOST_ASKED_AGAIN = 4;

/**
 * The kinds of tests (jest.config.mjs): how long each may take, how many files at a time, and whether servers may be to
 * blame for a failure. Those of one file at a time run in a worker nevertheless: Jest's own process would never give way
 * to a fresh one (jest.config.mjs).
 */
const JEST_PROJECTS = {
  unit: { timeoutMs: 3 * MINUTE_MS, workers: 2, hasServers: false },
  workflow: { timeoutMs: 6 * MINUTE_MS, workers: 2, hasServers: false },
  integration: { timeoutMs: 60 * MINUTE_MS, workers: 1, hasServers: true },
  foundation: { timeoutMs: 20 * MINUTE_MS, workers: 1, hasServers: true },
  matrix: { timeoutMs: 20 * MINUTE_MS, workers: 1, hasServers: true },
  e2e: { timeoutMs: 70 * MINUTE_MS, workers: 1, hasServers: true },
  lists: { timeoutMs: 15 * MINUTE_MS, workers: 2, hasServers: true },
  timed: { timeoutMs: 25 * MINUTE_MS, workers: 1, hasServers: true },
} as const;
export type JestProject = keyof typeof JEST_PROJECTS;

/** One test of a report. */
interface ReportedTest {
  status: string;
  fullName: string;
  failureMessages?: string[] | null;
}

/** The part of Jest's JSON report that is read here. */
export interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: ReportedTest[] }[];
}

const HEAD_LINES = 12;
/** What was expected and what came, without colours and without where the test runner was. */
const headOf = (message: string): string[] =>
  stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .slice(0, HEAD_LINES);

/** The failed tests of a report: file, title, head of the message. */
export const failuresOf = ({ testResults }: JestReport): string[] =>
  testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) =>
        [`✗ ${relative(ROOT, name)}: ${fullName}`, ...headOf(failureMessages?.[0] ?? '')].join('\n    '),
      ),
  );

/** Files that failed though none of their tests did. */
const brokenOf = ({ testResults }: JestReport): JestReport['testResults'] =>
  testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );

/**
 * Counts a report. A file that broke before its first test, or after its last, counts as one failed test, so does a run that did not end
 * as Jest ends (`ended` false), and a project without tests: nothing run is not nothing failed.
 */
export function tallyOfReport(report: JestReport, ended: boolean): Tally {
  const problems = brokenOf(report).map((file) => `${file.name}\n${file.message}`);
  if (!ended)
    problems.push('the test run was stopped: it took too long, or something kept running after the last test');
  if (report.numPassedTests + report.numFailedTests === 0) problems.push('no test was run');
  const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + problems.length,
    note: `${report.numPassedTests} tests${skipped}`,
    details: problems.join('\n'),
    failures: failuresOf(report),
  };
}

function readReport(file: string, { output, code }: CommandResult): JestReport {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch (error) {
    throw new Error(`jest gave no report (exit code ${code}):\n${output}`, { cause: error });
  }
}

/**
 * Aborts some time after the report was written, for a run that has ended but does not exit (a connection or a server
 * was left open). Call `forget` when the run has exited.
 */
function afterReport(file: string): { signal: AbortSignal; forget: () => void } {
  const controller = new AbortController();
  let writtenAt: number | undefined;
  const timer = setInterval(() => {
    if (existsSync(file)) writtenAt ??= performance.now();
    if (writtenAt !== undefined && performance.now() - writtenAt > EXIT_WITHIN_MS) controller.abort();
  }, 1_000);
  return { signal: controller.signal, forget: () => clearInterval(timer) };
}

/** The files that failed, to be asked again; undefined where none did, or so many that it was no chance. */
export function secondTryOf(report: JestReport, ask: (files: string[]) => Promise<Tally>): SecondTry | undefined {
  const files = report.testResults.filter(({ status }) => status === 'failed');
  if (files.length === 0 || files.length > MOST_ASKED_AGAIN) return undefined;
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const counted = (wanted: string): number => tests.filter(({ status }) => status === wanted).length;
  return {
    ...{ passed: counted('passed'), failed: counted('failed') + brokenOf(report).length },
    run: () => ask(files.map(({ name }) => name)),
  };
}

/**
 * Runs one kind of tests, or only these files of it. `stream` shows Jest's progress while it runs, otherwise its output
 * comes with a failure. Tests with servers, which run beside others, have a second try.
 */
export async function runJestProject(project: JestProject, stream: boolean, files: string[] = []): Promise<Tally> {
  const { timeoutMs, workers, hasServers } = JEST_PROJECTS[project];
  const folder = mkdtempSync(join(tmpdir(), 'hsl-jest-'));
  const reportFile = join(folder, 'report.json');
  const { signal, forget } = afterReport(reportFile);
  try {
    const args = ['--selectProjects', project, '--maxWorkers', String(workers), '--json', '--outputFile', reportFile];
    args.push('--passWithNoTests');
    if (files.length > 0) args.push('--runTestsByPath', ...files);
    const result = await runCommand(binary('jest'), args, {
      timeoutMs,
      stream,
      signal,
      env: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
    });
    const report = readReport(reportFile, result);
    const tally = tallyOfReport(report, !result.timedOut);
    const mayAskAgain = hasServers && !result.timedOut && files.length === 0;
    return {
      ...tally,
      details: stream ? tally.details : `${result.output}\n${tally.details ?? ''}`,
      secondTry: mayAskAgain ? secondTryOf(report, (again) => runJestProject(project, stream, again)) : undefined,
    };
  } finally {
    forget();
    rmSync(folder, { recursive: true, force: true });
  }
}
