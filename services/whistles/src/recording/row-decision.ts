import type { Decision } from '@hsl/database/decision';
import type { WhistleDecision } from '@hsl/workflows/whistle/whistle.activities';
import type { WhistleFacts } from './unchanging-facts.js';
import { eventsOf } from './whistle-event.js';
import { patchOf } from './whistle-patch.js';
import { alsoOf } from './whistle-rows.js';
import { timelineOf } from './whistle-timeline.js';

/**
 * The one statement of a decision: row, timeline, outbox and whatever else belongs to it. What an attempt left that died
 * before its workflow could remember it gives way: what version N was is the workflow's to say.
 */
export function rowDecisionOf(decision: WhistleDecision, whistle: WhistleFacts): Decision {
  const { whistleId: id, subdistrictId, version, at, fact, by } = decision;
  return {
    ...{ table: 'whistle', id, subdistrictId, expectedVersion: version - 1, at, source: 'whistles' },
    decisionId: `${id}#${version}/${fact.type}/${by.userId}`,
    supersedesForgotten: true,
    patch: patchOf(decision),
    timeline: timelineOf(decision),
    events: eventsOf(decision, whistle),
    also: alsoOf(decision),
  };
}
