import type { PastSession } from '@hsl/contracts/past-session';
import { proxyActivities } from '@temporalio/workflow';
import type { PastSessionActivities } from './past-session.activities.js';

const { recordPastSession } = proxyActivities<PastSessionActivities>({
  startToCloseTimeout: '1 minute',
  retry: { maximumInterval: '10 seconds', nonRetryableErrorTypes: ['VersionConflict'] },
});

/** Takes over a thematic session that was held before (S70): its row is the authority, so its owner records all of it. */
export async function pastSessionWorkflow(session: PastSession): Promise<void> {
  await recordPastSession(session);
}
