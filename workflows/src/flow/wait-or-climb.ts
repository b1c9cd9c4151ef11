import { nearestClock, type RunningClock } from '@hsl/domain/running-clock';
import type { RungAt } from '@hsl/contracts/steps';
import type { Alarm } from './alarm.js';

/** A step that somebody owes: how to know it is done, which clocks run meanwhile, what a due rung does. */
export interface Owed {
  done: () => boolean;
  clocks: () => readonly RunningClock[];
  ring: (clock: RunningClock, rung: RungAt) => Promise<void>;
}

/**
 * "Wait for the deed or climb the ladder" (domain 4.4). One timer is armed, for the nearest rung of all running
 * clocks; each rung rings once, in order, also when several came due while nobody was looking; the deed ends it.
 */
export async function waitOrClimb(alarm: Alarm, owed: Owed): Promise<void> {
  while (!owed.done()) {
    const nearest = nearestClock(owed.clocks());
    if (nearest && nearest.rung.at <= Date.now()) {
      await owed.ring(nearest.clock, nearest.rung);
      continue;
    }
    const at = nearest?.rung.at;
    await alarm.until(at, () => owed.done() || nearestClock(owed.clocks())?.rung.at !== at);
  }
}
