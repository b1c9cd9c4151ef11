import type { DepartmentDetails } from '@hsl/contracts/schemas/departments';
import { ask } from '../sign-in/session.js';

/** One unit with its load and, for those who may know them, its people; asked once for all who show something of it. */
export const departmentQuery = (id: string) => ({
  queryKey: ['department', id],
  queryFn: () => ask<DepartmentDetails>(`/api/departments/${encodeURIComponent(id)}`),
});
