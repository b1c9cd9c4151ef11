import type { Instant } from '@hsl/contracts/instants';
import { dateOf, dayOf } from '@hsl/domain/calendar-day';
import { InvalidInputError } from '@hsl/platform/invalid-input.error';

/** @throws InvalidInputError (422 validationFailed) for a backlog that begins in the future */
export function refuseFutureBacklog(backlogSince: string | undefined, now: Instant): void {
  if (backlogSince === undefined || backlogSince <= dateOf(dayOf(now))) return;
  const params = { code: 'notYet', zh: '开始等待的日子不能在将来。', en: 'A backlog cannot begin in the future.' };
  throw new InvalidInputError([{ code: 'custom', path: ['backlogSince'], params }]);
}
