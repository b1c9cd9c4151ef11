import { ledgerWorkflowId } from '@hsl/contracts/workflow-ids';
import type { LedgerTimetable } from '@hsl/contracts/whistle-progress';
import { ledgerDays } from '@hsl/domain/ledger-timetable';
import { startChild } from '@temporalio/workflow';
import { closeLedgerSignal, type LedgerWorkflow } from '../../ledger/ledger.messages.js';
import type { LostErrands } from '../../flow/lost-errands.js';
import { ledgerDone } from '../decisions/ledger.decisions.js';
import { childErrand, type Errand } from '../errand.js';
import type { Matter } from '../matter.js';
import type { RoundsDone } from './task.errand.js';
import type { WhistleInput } from '../whistle.messages.js';
import { leadOf } from '../whistle.state.js';

/** The register entry of a long-term matter: applied for, or chosen by the group leader (domain 4.5). */
export function keepLedger(
  input: WhistleInput,
  matter: Matter,
  { entryId, milestones }: LedgerTimetable,
  { rounds, lost }: { rounds: RoundsDone; lost: LostErrands },
): Errand {
  const { whistleId, number, subdistrictId, communityId } = input;
  return childErrand<LedgerWorkflow>({
    ...{ matter: input, lost },
    start: () => {
      const { terms, state } = matter.now;
      const appliedAt = Date.now();
      const leadDepartmentId = leadOf(matter.now)?.departmentId;
      const ids = { entryId, whistleId, number, subdistrictId, communityId, leadDepartmentId };
      const days = ledgerDays(milestones, appliedAt, terms.timeScale);
      return startChild<LedgerWorkflow>('ledgerWorkflow', {
        workflowId: ledgerWorkflowId(entryId),
        args: [{ ...ids, appliedAt, days, milestones, terms, isChosen: state === 'LEDGERED' }],
      });
    },
    done: async (done) => {
      await matter.decide((now, at) => ledgerDone(now, done, at, rounds));
    },
    stop: (told) => told.signal(closeLedgerSignal),
  });
}
