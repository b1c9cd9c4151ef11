import { accept } from './accept/accept.benchmark.js';
import type { Benchmark } from './benchmark.js';
import { board } from './board/board.benchmark.js';
import { eventLag } from './event-lag/event-lag.benchmark.js';
import { history } from './history/history.benchmark.js';
import { idle } from './idle/idle.benchmark.js';
import { openSet } from './open-set/open-set.benchmark.js';
import { pipeline } from './pipeline/pipeline.benchmark.js';
import { punctual } from './punctual/punctual.benchmark.js';

/** Every benchmark by the name it is called by. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  idle,
  history,
  accept,
  pipeline,
  punctual,
  board,
  'event-lag': eventLag,
  'open-set': openSet,
};
