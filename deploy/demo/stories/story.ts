import type { Outcome as MatterOutcome, WhistleState } from '@hsl/contracts/states';
import type { Tale } from './tale.js';

/** A matter that does not go straight, told from its first whistle to its end (domain §4.2 to §4.5, §6). */
export interface Story {
  name: string;
  /** Its number in YS01 to YS05. */
  community: 1 | 2 | 3 | 4 | 5;
  /** What is blown, beside community and place. */
  blown: { categoryCode: string; kind: string; facts: string; level?: string; reporters?: object[] };
  play(tale: Tale): Promise<void>;
  /** How it ends; `long` where the look-backs are waited for. */
  ends: { state: WhistleState; long?: WhistleState; outcome?: MatterOutcome };
  /** Lines its history must hold, in this order. */
  history: readonly string[];
}

/** An invented resident. */
export const RESIDENT = { name: '李某', phone: '13900000000', channel: 'phone' };
