import type { Instant } from '@hsl/contracts/instants';
import type { TaskRef } from '@hsl/contracts/whistle-progress';
import type { MatterTerms } from '@hsl/domain/matter-terms';
import { Refused } from '@hsl/domain/refused';
import { deadlineOf, nextRungOf, NO_LADDER, startClock } from '@hsl/domain/running-clock';
import { clockFor } from '@hsl/domain/step-clock';
import { nextState } from '@hsl/domain/whistle-transitions';
import { toBeDispatched, type WhistleStatus } from '../whistle/whistle.state.js';
import type { ReopenCommand } from './follow-up.messages.js';
import type { FollowUpDecided, FollowUpStatus } from './follow-up.state.js';

/**
 * Domain 4.5: within thirty days of the conclusion the resident may have the matter taken up again. The lead reworks it;
 * one that was settled without departments waits for its dispatch. The whistle's own workflow goes on from this row.
 */
export function reopen(status: FollowUpStatus, { contentId }: ReopenCommand, at: Instant): FollowUpDecided {
  const { state: from, input } = status;
  const { terms, concluded } = input;
  const { tasks } = concluded.progress;
  const state = nextState(from, tasks.length > 0 ? 'reopen' : 'reopenSelfResolved');
  if (!state) throw new Refused('wrongState', from);
  if (at > clockFor(input.concludedAt, terms.steps.reopen, terms).dueAt) throw new Refused('reopenClosed', from);
  const again = tasks.map((task) => (task.role === 'lead' ? { ...task, round: task.round + 1, since: at } : task));
  const lead = again.find((task) => task.role === 'lead');
  const { waitingFor, clock } = lead ? toBeReworked(lead, terms, at) : toBeDispatched(terms, at);
  const nextRung = clock && nextRungOf(clock);
  const progress = {
    ...concluded.progress,
    ...{ tasks: again, reworkCount: concluded.progress.reworkCount + 1, outcome: undefined, session: undefined },
  };
  const reopened = {
    ...concluded,
    ...{ state, waitingFor, waitingSince: at, progress },
    ...(clock ? { dueAt: clock.dueAt, deadlines: [deadlineOf(clock)] } : {}),
    ...(nextRung ? { nextRung } : {}),
  };
  return {
    next: { ...status, state, reopened, clock: undefined, version: status.version + 1 },
    fact: { type: 'reopened', contentId },
  };
}

const toBeReworked = (
  { departmentId }: TaskRef,
  terms: MatterTerms,
  at: Instant,
): Pick<WhistleStatus, 'waitingFor' | 'clock'> => ({
  waitingFor: [{ step: 'feedback', kind: 'department', id: departmentId }],
  clock: startClock('feedback', terms.steps.dissatisfiedRework, at, terms, { lastRung: NO_LADDER }),
});
