import type { Decider } from '../flow/decider.js';
import type { Decided, WhistleStatus } from './whistle.state.js';

/** A whistle as its workflow holds it: where it is, and the one way to change that. */
export type Matter = Decider<WhistleStatus, Decided>;
