import { TASK_QUEUES } from '@hsl/contracts/workflow-ids';
import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import { LOOKING } from '../flow/activity-options.js';
import type { ReconciliationActivities, ReconciliationReports } from './reconciliation.activities.js';
import { newRound, withPage, type ReconciliationInput } from './reconciliation.state.js';

/** After so many pages the run continues as new: its history stays short however many whistles are open. */
const PAGES_PER_RUN = 100;

const { reconcileSubdistricts, reconcilePage } = proxyActivities<ReconciliationActivities>(LOOKING);
const { recordReconciliation } = proxyActivities<ReconciliationReports>({
  ...LOOKING,
  taskQueue: TASK_QUEUES.whistles,
});

/**
 * The daily reconciliation of an owner's rows with their running workflows (domain 4.6), page by page and one subdistrict
 * after the other; started by a schedule, or by hand by this type.
 */
export async function reconciliationWorkflow({ resumed, owner }: ReconciliationInput = {}): Promise<void> {
  const roundId = workflowInfo().firstExecutionRunId;
  const waiting = [...(resumed?.waiting ?? (await reconcileSubdistricts()))];
  let round = resumed?.round;
  for (let pages = 0; pages < PAGES_PER_RUN; pages += 1) {
    const subdistrictId = round ? undefined : waiting.shift();
    round ??= subdistrictId === undefined ? undefined : newRound(subdistrictId, Date.now(), owner);
    if (!round?.place) return;
    round = withPage(round, await reconcilePage({ subdistrictId: round.subdistrictId, place: round.place }));
    if (round.place) continue;
    const { place: _none, ...found } = round;
    await recordReconciliation({ ...found, roundId, finishedAt: Date.now() });
    round = undefined;
  }
  await continueAsNew<typeof reconciliationWorkflow>({ owner, resumed: { round, waiting } });
}
