import type { TestStack } from '../../local/test-stack.js';
import { withBareTemporal, type BareTemporal } from '../bare/bare-temporal.js';
import { concludeBareWhistle } from '../bare/bare-whistle.js';
import { paddingFor } from '../bare/padding.js';
import type { Benchmark, BenchmarkOptions } from '../benchmark.js';
import { bareMatter, realMatter } from '../history/matter-histories.js';
import { interleaved } from '../interleaved.js';
import { onBenchStack } from '../platform/bench-stack.js';
import { withOpenDoor } from '../platform/open-door.js';
import { concludeWhistle, type Stage } from '../platform/standard-whistle.js';
import { say } from '../progress.js';
import type { Road } from './flow.js';
import { lengthOf, measureFlow, type MeasuredFlow } from './measured-flow.js';
import { reportOf } from './pipeline-report.js';

/** Whistles on the road at once; more bring no higher rate on two cores. */
const AT_ONCE = 24;
/** Until then code is still being compiled, in seven processes here and in one there; that counts for neither side. */
const WARM_UP_SECONDS = 40;

/** Whole whistles a second, from blown to concluded, against what Temporal alone could do. */
export const pipeline: Benchmark = {
  summary: 'whole whistles a second through the real services, against bare Temporal with as many history events',
  defaults: { rounds: 5, seconds: 20 },
  run: (options) =>
    onBenchStack({}, (stack) =>
      withOpenDoor(stack, (stage) => withBareTemporal(stack.addresses, (bare) => measure(stack, stage, bare, options))),
    ),
};

async function measure(
  stack: TestStack,
  stage: Stage,
  bare: BareTemporal,
  { rounds, seconds }: BenchmarkOptions,
): Promise<Record<string, unknown>> {
  const length = lengthOf(await realMatter(bare.client.workflow, stage, 1));
  const padding = paddingFor(length, lengthOf(await bareMatter(bare, 'localActivity')));
  const padded = lengthOf(await bareMatter(bare, 'localActivity', padding));
  say(`a whistle has ${length.events} events, a bare one with its padding ${padded.events}`);
  const side = (name: string, road: Road) => async (): Promise<MeasuredFlow> => {
    const measured = await measureFlow(stack, road, { atOnce: AT_ONCE, seconds });
    say(`${name}: ${measured.perSecond.toFixed(2)} a second (${measured.concluded.length} concluded)`);
    return measured;
  };
  const real: Road = (index) => concludeWhistle(stage, index);
  const bareOnes: Road = () => concludeBareWhistle(bare, 'localActivity', padding);
  say('warming up');
  for (const road of [real, bareOnes]) await measureFlow(stack, road, { atOnce: AT_ONCE, seconds: WARM_UP_SECONDS });
  const pairs = await interleaved(rounds, side('whistles', real), side('bare Temporal', bareOnes));
  return {
    ...{ seconds, atOnce: AT_ONCE, ...reportOf(pairs) },
    ...{ historyEvents: length, baselineHistoryEvents: padded, padding },
    baseline: 'workflows of the same length with local activities that do nothing, on the same Temporal server',
  };
}
