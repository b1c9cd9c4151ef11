import { setTimeout as sleep } from 'node:timers/promises';
import type { TestStack } from '../../local/test-stack.js';
import { openIntake, type Intake } from '../accept/intake.js';
import { steady } from '../accept/load.js';
import type { Benchmark, BenchmarkOptions } from '../benchmark.js';
import { cpuDuring, cpuMsEach } from '../machine/cpu-by-program.js';
import { onBenchStack } from '../platform/bench-stack.js';
import { WhistleRows } from '../platform/whistle-rows.js';
import { say } from '../progress.js';
import { rounded } from '../statistics.js';
import { reportOf } from './punctual-report.js';
import { noteRungs, pollOnce, prepareRungs, readRungs, stillDue } from './rungs.js';

const MINUTE_MS = 60_000;
/** Workflows that two cores start in a second, carefully counted: 40 were measured beside all seven services. */
const STARTS_PER_SECOND = 25;
/** The service remembers the rules for five. */
const RULES_ARE_READ_MS = 7_000;
/** So long after the last instant a rung that is not there is missed. */
const PATIENCE_MS = 5 * MINUTE_MS;
const CONNECTIONS = 32;

/** Many clocks that ring within one minute, against a job that looks once a minute. */
export const punctual: Benchmark = {
  summary: 'lateness of rungs of many whistles due within a minute, against a poller that looks each minute',
  defaults: { rounds: 1, seconds: 60, count: 10_000 },
  run: (options) =>
    onBenchStack({ services: ['whistles', 'gateway'] }, async (stack) => {
      const intake = await openIntake(stack, CONNECTIONS, 1);
      const rows = new WhistleRows(stack);
      try {
        return await measure(stack, intake, rows, options);
      } finally {
        await rows.close();
        await intake.close();
      }
    }),
};

async function measure(
  stack: TestStack,
  intake: Intake,
  rows: WhistleRows,
  { seconds, count }: BenchmarkOptions,
): Promise<Record<string, unknown>> {
  const leadMinutes = Math.ceil((seconds + count / STARTS_PER_SECOND) / 60) + 1;
  await prepareRungs(rows, leadMinutes);
  await sleep(RULES_ARE_READ_MS);
  say(`blowing ${count} whistles within ${seconds} s; each is to be reminded of after ${leadMinutes} minutes`);
  const began = performance.now();
  const { elapsedSeconds } = await steady(intake.throughGateway, { perSecond: count / seconds, seconds });
  const due = await noteRungs(rows);
  say(`${due.count} blown in ${elapsedSeconds.toFixed(1)} s`);
  await rows.allStarted(due.firstAt);
  const startedSeconds = (performance.now() - began) / 1_000;
  const restSeconds = (due.firstAt - Date.now()) / 1_000;
  say(
    `all have their workflow after ${startedSeconds.toFixed(0)} s; the first rung is due in ${restSeconds.toFixed(0)} s`,
  );
  await sleep(due.firstAt - Date.now());
  const { cpu, elsewhereCpuPercent } = await cpuDuring(stack, () => bothDone(rows, due.lastAt));
  return {
    ...reportOf(await readRungs(rows)),
    dueWithinSeconds: rounded((due.lastAt - due.firstAt) / 1_000, 1),
    ...{ leadMinutes, startedSeconds: rounded(startedSeconds, 0) },
    cpuMsPerRung: cpuMsEach([{ cpu, done: due.count }]),
    elsewhereCpuPercent: rounded(elsewhereCpuPercent, 0),
    baseline:
      'cron: one UPDATE of all that is due, at each full minute, on a copy of the same instants in the same database',
  };
}

/** Runs the poller beside the service until both have seen to every rung, or it is no use to wait longer. */
async function bothDone(rows: WhistleRows, lastAt: number): Promise<void> {
  const giveUpAt = lastAt + PATIENCE_MS;
  for (;;) {
    await sleep(MINUTE_MS - (Date.now() % MINUTE_MS));
    await pollOnce(rows);
    const { ours, cron } = await stillDue(rows);
    say(`still due: ${ours}; to the poller: ${cron}`);
    if (ours + cron === 0 || Date.now() > giveUpAt) return;
  }
}
