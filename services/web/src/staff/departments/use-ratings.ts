import type { Role } from '@hsl/contracts/roles';
import type { DepartmentRatings } from '@hsl/contracts/schemas/task-ratings';
import { useQuery } from '@tanstack/react-query';
import { OFFICE } from '../sign-in/role-groups.js';
import { ask } from '../sign-in/session.js';
import { useHasRole } from '../sign-in/use-me.js';
import { pathWith } from '../use-pages.js';

/** Who reads ratings, each as far as their scope goes; a handler does not (table of rights: `rating.read`). */
const READERS: readonly Role[] = [...OFFICE, 'communityWorker', 'communityHead', 'deputyHead', 'head'];
/** Far above what a subdistrict has; the most the service answers at once. */
const MOST = '100';

/** What communities say of departments. @param departmentId of this one only */
export function useRatings(departmentId?: string): { readsRatings: boolean; ratings: readonly DepartmentRatings[] } {
  const mayRead = useHasRole(...READERS);
  const { data } = useQuery({
    queryKey: ['ratings', departmentId],
    enabled: mayRead,
    queryFn: () =>
      ask<{ items: DepartmentRatings[] }>(pathWith('/api/departments/ratings', { departmentId, limit: MOST })),
  });
  // Nothing is said of a department before it is known.
  return { readsRatings: mayRead && data !== undefined, ratings: data?.items ?? [] };
}
