import type { Instant } from '@hsl/contracts/instants';
import { ProblemError } from '@hsl/platform/problem.error';
import type { Participant } from '../generated/prisma/client.js';
import type { AtDesk, SittingRow } from './sitting-desk.js';

/** @throws ProblemError notSignedIn; notAuthenticated for who is nobody */
export function signedIn({ actor, self }: AtDesk): Participant {
  if (!actor) throw new ProblemError('notAuthenticated');
  if (!self || self.signedInAt === null) throw new ProblemError('notSignedIn');
  return self;
}

/** @throws ProblemError sittingClosed before it begins and after it ended */
export function assertGoingOn({ startsAt, endsAt }: SittingRow, now: Instant): void {
  if (now < startsAt.getTime() || now >= endsAt.getTime()) throw new ProblemError('sittingClosed');
}
