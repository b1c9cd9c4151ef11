import type { TimelineRow } from '@hsl/database/decision';
import { isConcluding } from './whistle-patch.js';
import type { WhistleDecision, WhistleFact } from '@hsl/workflows/whistle/whistle.activities';

/** What of a fact is told in the history: ids and codes, no words (those are the step's content). */
function detailsOf(fact: WhistleFact): Record<string, unknown> {
  const { type: _type, ...details } = fact;
  return details;
}

/** The history of one decision: usually one line; a conclusion says so in a line of its own. */
export function timelineOf(decision: WhistleDecision): TimelineRow[] {
  const { fact, by, from: fromState, after } = decision;
  const actor = by.role === 'system' ? {} : { actorId: by.userId, actorRole: by.role };
  const row: TimelineRow = { kind: kindOf(fact), fromState, toState: after.state, ...actor, details: detailsOf(fact) };
  if (isConcluding(fact)) return [row, { kind: 'concluded', toState: after.state }];
  if (after.state === 'ARCHIVED') return [row, { kind: 'archived', toState: after.state }];
  return [row];
}

const kindOf = (fact: WhistleFact): string => (fact.type === 'rung' ? fact.kind : fact.type);
