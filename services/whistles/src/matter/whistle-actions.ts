import type { Legality } from '@hsl/access/access.service';
import type { Instant } from '@hsl/contracts/instants';
import type { WhistleState } from '@hsl/contracts/states';
import { nextState, type WhistleAction } from '@hsl/domain/whistle-transitions';
import type { WhistleRow } from './whistle.repository.js';

/** What people may do to a whistle through this API, and the step of the life cycle each is. */
const STEPS: Record<string, WhistleAction> = {
  'whistle.accept': 'accept',
  'whistle.dispatch': 'dispatch',
  'whistle.verify': 'pass',
  'whistle.revisit': 'conclude',
};

export const ACTION_NAMES = Object.keys(STEPS);

/** Whether the life cycle allows each action now, and by when it is owed. */
export function legalityOf(row: WhistleRow): Legality {
  const until: Instant | undefined = row.dueAt?.getTime();
  return Object.fromEntries(
    Object.entries(STEPS).map(([name, action]) => {
      const legal = nextState(row.state as WhistleState, action) !== undefined;
      return [name, legal ? { legal, until } : { legal }];
    }),
  );
}
