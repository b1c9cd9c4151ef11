import { sessionWorkflowId, TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import type { WhistleProgress } from '@hsl/contracts/whistle-progress';
import { startChild } from '@temporalio/workflow';
import { cancelSessionSignal, type DeliberationWorkflow } from '../../deliberation/deliberation.messages.js';
import { TERMINATED_OR_FAILED, type LostErrands } from '../../flow/lost-errands.js';
import { sessionConcluded } from '../decisions/judging.decisions.js';
import { deliberated } from '../decisions/members.decisions.js';
import { childErrand, type Errand } from '../errand.js';
import type { Matter } from '../matter.js';
import type { WhistleInput } from '../whistle.messages.js';
import { leadOf } from '../whistle.state.js';

type Session = NonNullable<WhistleProgress['session']>;

/** A session on the topics' queue; the matter waits for its outcome (domain 4.2 DELIBERATING, 4.5 dissatisfied). */
export function holdSession(
  input: WhistleInput,
  matter: Matter,
  { sessionId, purpose, convenedBy }: Session,
  lost: LostErrands,
): Errand {
  const { whistleId, number, subdistrictId, communityId } = input;
  return childErrand<DeliberationWorkflow>({
    ...{ matter: input, lost, losing: TERMINATED_OR_FAILED },
    start: () => {
      const { memberIds, terms, since: convenedAt } = matter.now;
      const leadDepartmentId = leadOf(matter.now)?.departmentId;
      const ids = { sessionId, whistleId, number, subdistrictId, communityId, leadDepartmentId, memberIds };
      return startChild<DeliberationWorkflow>('deliberationWorkflow', {
        workflowId: sessionWorkflowId(sessionId),
        taskQueue: TASK_QUEUES.topics,
        args: [{ ...ids, purpose, convenedAt, convenedBy, terms }],
      });
    },
    done: async ({ outcome }) => {
      await matter.decide((now, at) =>
        purpose === 'dispatch' ? deliberated(now, outcome, at) : sessionConcluded(now, outcome, at),
      );
    },
    stop: (told) => told.signal(cancelSessionSignal),
  });
}
