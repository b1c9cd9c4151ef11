import type { WhistleState } from '@hsl/contracts/states';
import type { Step } from '@hsl/contracts/steps';
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

/**
 * Where a matter is on its road, and which stations it has seen (`visited`); a state beside the road hangs under the
 * station it was left from.
 * @param owed steps that are waited for: an urgent matter is handled while its members are still on their way
 */
export function stationsOf(
  state: WhistleState,
  visited: ReadonlySet<string>,
  owed: readonly Step[] = [],
): { stations: Station[]; beside?: WhistleState } {
  const onRoad = STANDS_AT[state] ?? state;
  const at = ROAD.includes(onRoad) ? onRoad : leftFrom(state);
  const now = at === undefined ? -1 : ROAD.indexOf(at);
  const stations = ROAD.map((one, index): Station => {
    if (index >= now) return { state: one, mark: index === now ? 'now' : 'ahead' };
    if (one === 'CHECKED_IN' && owed.includes('checkIn')) return { state: one, mark: 'now' };
    return { state: one, mark: visited.has(one) ? 'done' : 'skipped' };
  });
  return ROAD.includes(onRoad) ? { stations } : { stations, beside: state };
}

const stationOf = (state: string): string => STANDS_AT[state as WhistleState] ?? state;

/** A line of the history, as far as it says where the matter went. */
interface Line {
  id: string;
  at: string;
  toState?: string;
}

/** When a matter last came to each station, and by which line. @param history oldest first */
export function arrivals<L extends Line>(history: readonly L[]): ReadonlyMap<string, L> {
  const came = new Map<string, L>();
  let before: string | undefined;
  for (const line of history) {
    if (line.toState === undefined) continue;
    const station = stationOf(line.toState);
    if (station !== before) came.set(station, line);
    before = station;
  }
  return came;
}
