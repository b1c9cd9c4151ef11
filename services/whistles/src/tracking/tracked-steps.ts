import { toIso, type Instant } from '@hsl/contracts/instants';
import { TRACKED_STEPS, type TrackedMatter, type TrackedStepName } from '@hsl/contracts/schemas/tracking';
import type { WhistleState } from '@hsl/contracts/states';
import type { Locale } from '@hsl/platform/locale';
import { STEP_WORDS } from './tracking-words.js';

/** Which station of the resident's page a state lies in; an end lies in none. */
const STATION: Readonly<Record<WhistleState, TrackedStepName | undefined>> = {
  BLOWN: 'received',
  NEEDS_INFO: 'received',
  ACCEPTED: 'accepted',
  ASSIGNING: 'accepted',
  CHECKED_IN: 'accepted',
  DELIBERATING: 'talked',
  COORDINATING: 'handled',
  VERIFYING: 'handled',
  LEDGERED: 'handled',
  CARRIED_OVER: 'handled',
  REVISITING: 'asked',
  CONCLUDED: 'watched',
  LOOKING_BACK: 'watched',
  ...{ ARCHIVED: undefined, MERGED: undefined, NOT_ACCEPTED: undefined, WITHDRAWN: undefined },
};

/** When the matter came into a state, in the order of time. */
export interface Reached {
  state: WhistleState;
  at: Instant;
}

/**
 * The stations: those it went through with the day it first came there, where it is, and those to come. One it passed by,
 * as a matter without a session does, is left out; after an end nothing is to come.
 */
export function trackedSteps(state: WhistleState, reached: readonly Reached[], locale: Locale): TrackedMatter['steps'] {
  const here = STATION[state];
  const now = here === undefined ? TRACKED_STEPS.length : TRACKED_STEPS.indexOf(here);
  return TRACKED_STEPS.flatMap((name, index) => {
    const first = reached.find((one) => STATION[one.state] === name)?.at;
    const status = index < now ? 'done' : index === now ? 'now' : 'next';
    if (status === 'done' && first === undefined) return [];
    const at = status === 'next' || first === undefined ? undefined : toIso(first);
    return [{ name, status, at, words: STEP_WORDS[name][locale] }] as const;
  });
}
