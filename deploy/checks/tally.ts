/** What a step found. Steps that are one question count as 1; steps that run tests count the tests. */
export interface Tally {
  passed: number;
  failed: number;
  /** Printed behind the step's name, on success too. */
  note?: string;
  /** Printed when something failed. */
  details?: string;
  /** Each failed test with the head of its message: told again at the end, where a long run is looked at first. */
  failures?: readonly string[];
  secondTry?: SecondTry;
}

/** What failed beside other tests is asked once more when nothing runs beside it; its answer is the one that counts. */
export interface SecondTry {
  /** How the part that is asked again was counted. */
  passed: number;
  failed: number;
  run: () => Promise<Tally>;
}

/** A part of `npm run check` or `npm test`. */
export interface Step {
  name: string;
  run: () => Promise<Tally>;
}

export const pass = (note?: string): Tally => ({ passed: 1, failed: 0, note });
export const fail = (details: string, note?: string): Tally => ({ passed: 0, failed: 1, note, details });

async function tallyOf(step: Step): Promise<Tally> {
  try {
    return await step.run();
  } catch (error) {
    // A step that cannot even run has failed; the others still run.
    return fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

const lineOf = (step: Step, tally: Tally, seconds: number): string => {
  const mark = tally.failed === 0 ? 'ok  ' : 'FAIL';
  return `${mark} ${step.name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s  ${tally.note ?? ''}`.trimEnd();
};

/** Steps that take turns while other lanes run beside them. */
export type Lane = Step | readonly Step[];

/**
 * Runs the steps one after the other, the lanes of an inner list side by side, then whatever may be asked again. Prints
 * one line for each with its seconds (what failed is shown below it), every test that was unsteady or failed once more,
 * and `N passed, N failed` as the last line. Returns the exit code.
 */
export async function runSteps(
  steps: readonly (Step | readonly Lane[])[],
  print: (line: string) => void = console.log,
): Promise<number> {
  let [passed, failed] = [0, 0];
  const failures: string[] = [];
  const unsteady: string[] = [];
  const secondTries: { step: Step; first: SecondTry; failures: readonly string[] }[] = [];
  const runOne = async (step: Step): Promise<Tally> => {
    const began = performance.now();
    const tally = await tallyOf(step);
    passed += tally.passed;
    failed += tally.failed;
    print(lineOf(step, tally, (performance.now() - began) / 1_000));
    if (tally.failed > 0 && tally.details) print(tally.details.trimEnd());
    const { secondTry: first, failures: ofStep = [] } = tally;
    if (first) secondTries.push({ step, first, failures: ofStep });
    else failures.push(...ofStep);
    return tally;
  };
  const runLane = async (lane: Lane): Promise<void> => {
    for (const step of 'run' in lane ? [lane] : lane) await runOne(step);
  };
  for (const step of steps) await Promise.all('run' in step ? [runOne(step)] : step.map(runLane));
  for (const { step, first, failures: before } of secondTries.splice(0)) {
    passed -= first.passed;
    failed -= first.failed;
    const { failed: still } = await runOne({ name: `${step.name}, again`, run: first.run });
    if (still === 0) unsteady.push(...before);
  }
  for (const failure of unsteady) print(`unsteady, passed when asked again: ${failure}`);
  for (const failure of failures) print(failure);
  print(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
