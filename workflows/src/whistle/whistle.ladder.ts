import type { Instant } from '@hsl/contracts/instants';
import type { RungAt, Step } from '@hsl/contracts/steps';
import type { RunningClock } from '@hsl/domain/running-clock';
import { uuid4 } from '@temporalio/workflow';
import { escalate } from './decisions/coordination.decisions.js';
import { ring } from './decisions/ending.decisions.js';
import { autoAccept, closeObjection, lapse } from './decisions/triage.decisions.js';
import type { Matter } from './matter.js';
import { clocksOf, type Decided, type WhistleStatus } from './whistle.state.js';

type Expiry = (now: WhistleStatus, at: Instant) => Decided;

/** Times in which people may act: when they are over something happens, and nobody is carded. */
const WINDOWS: Partial<Record<Step, Expiry>> = { resubmit: lapse, objection: closeObjection };

/** Domain 4.4: a rung of one of the matter's own clocks has come due; each fires once, in order. */
export async function climb(matter: Matter, clock: RunningClock, rung: RungAt): Promise<void> {
  const runs = (now: WhistleStatus) => clocksOf(now).includes(clock);
  const expiry = rung.kind === 'redCard' ? WINDOWS[clock.step] : undefined;
  if (expiry) {
    await matter.decide((now, at) => (runs(now) ? expiry(now, at) : undefined));
    return;
  }
  await matter.decide((now) => (runs(now) ? ring(now, clock, rung) : undefined));
  if (rung.kind === 'redCard' && clock.step === 'accept') {
    // A whistle nobody accepts is accepted by the clock (domain 4.5): it is never lost.
    await matter.decide((now, at) => (now.state === 'BLOWN' && !now.decline ? autoAccept(now, at, uuid4) : undefined));
  }
  if (rung.kind === 'escalatedSupervision') await matter.decide((now) => escalate(now));
}
