import type { Actor } from '@hsl/access/actor';
import type { Instant } from '@hsl/contracts/instants';
import type { Role } from '@hsl/contracts/roles';
import type { MonthlyTheme, ProposeMonthlyTheme, RuleMonthlyTheme } from '@hsl/contracts/schemas/duplicates';
import type { MonthlyThemeState } from '@hsl/contracts/states';
import type { Decision } from '@hsl/database/decision';
import { asInstant } from '@hsl/database/sql-values';
import type { MonthlyTheme as ThemeRow } from '../generated/prisma/client.js';

/** Who decides, in what role, when, and under which id a repeat is known. */
export interface Deed {
  actor: Actor;
  role: Role;
  at: Instant;
  decisionId: string;
}

/** @param repeats of the category in that month so far; @param id the theme's, derived from the request */
export function proposalOf(body: ProposeMonthlyTheme, repeats: number, id: string, deed: Deed): Decision {
  const { actor, at, role, decisionId } = deed;
  const { month, categoryCode, reason } = body;
  return {
    ...{ table: 'monthly_theme', id, subdistrictId: actor.subdistrictId, insert: true, decisionId, at },
    patch: {
      ...{ month, category_code: categoryCode, reason, repeats, state: 'PROPOSED' satisfies MonthlyThemeState },
      ...{ proposed_by: actor.userId, proposed_at: asInstant(at) },
    },
    timeline: [{ kind: 'themeProposed', toState: 'PROPOSED', actorId: actor.userId, actorRole: role }],
    events: [
      {
        type: 'monthlyTheme.proposed.v1',
        subject: id,
        data: { themeId: id, month, categoryCode, repeats, proposedBy: actor.userId, version: 1, at },
      },
    ],
    source: 'whistles',
  };
}

export function rulingOf(theme: ThemeRow, { approve, reason }: RuleMonthlyTheme, deed: Deed): Decision {
  const { actor, at, role, decisionId } = deed;
  const { id, subdistrictId, month, categoryCode, repeats, proposedBy, version } = theme;
  const state: MonthlyThemeState = approve ? 'APPROVED' : 'REFUSED';
  const data = { themeId: id, month, categoryCode, repeats, proposedBy, version: version + 1, at };
  return {
    ...{ table: 'monthly_theme', id, subdistrictId, expectedVersion: version, decisionId, at },
    patch: { state, ruled_by: actor.userId, ruled_at: asInstant(at), ruling_reason: reason },
    timeline: [
      {
        ...{ kind: approve ? 'themeApproved' : 'themeRefused', fromState: theme.state, toState: state },
        ...{ actorId: actor.userId, actorRole: role },
      },
    ],
    events: [
      approve
        ? { subject: id, type: 'monthlyTheme.approved.v1', data: { ...data, approvedBy: actor.userId } }
        : { subject: id, type: 'monthlyTheme.refused.v1', data: { ...data, rejectedBy: actor.userId } },
    ],
    source: 'whistles',
  };
}

export const themeViewOf = (row: ThemeRow): MonthlyTheme => ({
  ...{ id: row.id, version: row.version, month: row.month, categoryCode: row.categoryCode, reason: row.reason },
  ...{ repeats: row.repeats, state: row.state as MonthlyThemeState },
  ...{ proposedBy: row.proposedBy, proposedAt: row.proposedAt.toISOString() },
  ...{ ruledBy: row.ruledBy ?? undefined, ruledAt: row.ruledAt?.toISOString() },
  rulingReason: row.rulingReason ?? undefined,
});
