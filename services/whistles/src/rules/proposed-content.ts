import type { RuleSetContent } from '@hsl/domain/rule-set';
import { ProblemError } from '@hsl/platform/problem.error';

/**
 * What no schema can see: durations are shortened only where they have been shortened from the start, in a demo.
 * @throws ProblemError validationFailed
 */
export function demandSense(newest: RuleSetContent, proposed: RuleSetContent): void {
  if (proposed.timeScale === newest.timeScale || newest.timeScale > 1) return;
  const message = 'the time scale of a real subdistrict is 1';
  throw new ProblemError('validationFailed', { errors: [{ field: 'content.timeScale', code: 'custom', message }] });
}
