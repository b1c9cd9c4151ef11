import { isUrgent, type Grade, type Level } from '@hsl/contracts/grades';
import type { MatterThresholds } from './matter-terms.js';

/**
 * Whether a session must come before the dispatch (domain 4.2 DELIBERATING): three departments, twenty households or
 * level red; never for G1 and G2, which cannot wait.
 */
export function needsDeliberation(
  matter: { grade: Grade; level: Level; households?: number; departments: number },
  { deliberationDepartments, deliberationHouseholds }: MatterThresholds,
): boolean {
  if (isUrgent(matter.grade)) return false;
  return (
    matter.level === 'red' ||
    matter.departments >= deliberationDepartments ||
    (matter.households ?? 0) >= deliberationHouseholds
  );
}
