import type { RuleSetContent } from '@hsl/domain/rule-set';
import { changesOf } from '@hsl/domain/rule-set-changes';
import type { ProposalRow } from './rule-set.repository.js';

type Bases = ReadonlyMap<number, RuleSetContent>;

/** A proposal in a list: who, when, what became of it, and what it changes. */
export function proposalSummary(row: ProposalRow, bases: Bases) {
  const { id, state, basedOn, proposedBy, content } = row;
  const base = bases.get(basedOn);
  return {
    ...{ id, state, basedOn, proposedBy, proposedAt: row.proposedAt.toISOString(), reason: row.reason ?? undefined },
    decidedBy: row.decidedBy ?? undefined,
    decidedAt: row.decidedAt?.toISOString(),
    decisionReason: row.decisionReason ?? undefined,
    version: row.ruleSetVersion ?? undefined,
    effectiveFrom: row.effectiveFrom?.toISOString(),
    changes: base ? changesOf(base, content) : [],
  };
}

export const proposalView = (row: ProposalRow, bases: Bases) => ({
  ...proposalSummary(row, bases),
  content: row.content,
});
