import type { WhistleState } from '@hsl/contracts/states';
import { WHISTLE_TRANSITIONS } from '@hsl/domain/whistle-transitions';

export interface Station {
  state: WhistleState;
  mark: 'done' | 'skipped' | 'now' | 'ahead';
}

/** The straight road, as far as a matter goes when nothing goes wrong. */
const ROAD: readonly WhistleState[] = [
  ...(['BLOWN', 'ACCEPTED', 'CHECKED_IN', 'DELIBERATING', 'COORDINATING'] as const),
  ...(['VERIFYING', 'REVISITING', 'CONCLUDED', 'LOOKING_BACK', 'ARCHIVED'] as const),
];
/** Waiting for members belongs to the station before they come. */
const STANDS_AT: Partial<Record<WhistleState, WhistleState>> = { ASSIGNING: 'ACCEPTED' };

/** Beside the road: the station a state is left for, by the table of transitions, also by way of another one. */
function leftFrom(state: WhistleState): WhistleState | undefined {
  const before = WHISTLE_TRANSITIONS.flatMap(({ from, to }) => (to === state && from !== 'none' ? [from] : []));
  return before.find((one) => ROAD.includes(one)) ?? before.map(leftFrom).find((one) => one !== undefined);
}

/** Where a matter is on its road, and which stations it has seen (`visited`); a state beside the road hangs under the station it was left from. */
export function stationsOf(
  state: WhistleState,
  visited: ReadonlySet<string>,
): { stations: Station[]; beside?: WhistleState } {
  const onRoad = STANDS_AT[state] ?? state;
  const at = ROAD.includes(onRoad) ? onRoad : leftFrom(state);
  const now = at === undefined ? -1 : ROAD.indexOf(at);
  const stations = ROAD.map((one, index): Station => {
    if (index >= now) return { state: one, mark: index === now ? 'now' : 'ahead' };
    return { state: one, mark: visited.has(one) ? 'done' : 'skipped' };
  });
  return ROAD.includes(onRoad) ? { stations } : { stations, beside: state };
}

/** Stations a matter has been at, by the states its history went to. A whistle that was blown was there. */
export const seenStates = (toStates: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set([
    'BLOWN',
    ...toStates.flatMap((state) => (state === undefined ? [] : [STANDS_AT[state as WhistleState] ?? state])),
  ]);
