import type { Place } from '../projection/places.repository.js';

/** Names by id; undefined for a place no event has told of yet. */
export interface PlaceNames {
  community(id: string): string | undefined;
  department(id: string): string | undefined;
}

export function placeNamesOf(places: readonly Place[]): PlaceNames {
  const names = (kind: Place['kind']): Map<string, string> =>
    new Map(places.filter((place) => place.kind === kind).map(({ id, name }) => [id, name]));
  const [communities, departments] = [names('community'), names('department')];
  return { community: (id) => communities.get(id), department: (id) => departments.get(id) };
}
