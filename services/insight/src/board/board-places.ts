import type { Board } from '@hsl/contracts/schemas/insight';
import type { Place } from '../projection/places.repository.js';
import type { ReadingScope } from '../reading/reading-scope.js';
import type { Counts } from './counts.js';
import { communityFigures, departmentFigures } from './figures.js';

/**
 * One line per department: every one that exists or has a number. A department's own people see their own lines only,
 * since of the others they would see no more than the matters shared with them.
 */
export function departmentLines(scope: ReadingScope, places: readonly Place[], counts: Counts): Board['byDepartment'] {
  const known = active(places, 'department');
  const counted = counts.placesIn(['openTasks', 'overdueTasks', 'carded']);
  const ownOnly = !scope.whole && scope.communityIds.length === 0;
  const ids = ownOnly ? scope.departmentIds : [...known.keys(), ...counted];
  return sorted(ids).map((departmentId) => ({
    ...{ departmentId, name: known.get(departmentId)?.name },
    ...departmentFigures(counts, departmentId),
  }));
}

/** One line per community: all of them, the reader's own, or those with a number. */
export function communityLines(scope: ReadingScope, places: readonly Place[], counts: Counts): Board['byCommunity'] {
  const known = active(places, 'community');
  const ids = [...(scope.whole ? known.keys() : scope.communityIds), ...counts.placesIn(['open', 'overdue'])];
  return sorted(ids).map((communityId) => {
    const place = known.get(communityId);
    return {
      ...{ communityId, name: place?.name, households: place?.households ?? undefined },
      ...communityFigures(counts, communityId),
    };
  });
}

const active = (places: readonly Place[], kind: Place['kind']): Map<string, Place> =>
  new Map(places.filter((place) => place.kind === kind && place.active).map((place) => [place.id, place]));

const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].toSorted();
