import type { Actor } from '@hsl/access/actor';
import type { Role } from '@hsl/contracts/roles';
import type { DecideRouting, ProposeRouting } from '@hsl/contracts/schemas/routing-proposals';
import { announce } from '@hsl/database/announce';
import { envelopeOf } from '@hsl/database/event-envelope';
import { queryRows } from '@hsl/database/model-rows';
import type pg from 'pg';
import type { RoutingProposal, RoutingRow } from '../generated/prisma/client.js';

const ROW = `SELECT subdistrict_id AS "subdistrictId", category_code AS "categoryCode",
    lead_department_id AS "leadDepartmentId", supporting_department_ids AS "supportingDepartmentIds",
    reason, reason_en AS "reasonEn", precedent_of AS "precedentOf", version
  FROM routing_row WHERE subdistrict_id = $1 AND category_code = $2 FOR UPDATE`;
const PROPOSAL = `SELECT id, subdistrict_id AS "subdistrictId", category_code AS "categoryCode",
    lead_department_id AS "leadDepartmentId", supporting_department_ids AS "supportingDepartmentIds",
    reason, reason_en AS "reasonEn", based_on AS "basedOn", state, proposed_by AS "proposedBy"
  FROM routing_proposal WHERE id = $1 FOR UPDATE`;
const OPEN = `SELECT id FROM routing_proposal
  WHERE subdistrict_id = $1 AND category_code = $2 AND state = 'PROPOSED' LIMIT 1`;
const ADD = `INSERT INTO routing_proposal (id, subdistrict_id, category_code, lead_department_id,
    supporting_department_ids, reason, reason_en, based_on, proposed_by, proposed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
/** A ruling stays the precedent of the row as long as its unit leads. */
const CHANGE = `UPDATE routing_row SET
    precedent_of = CASE WHEN lead_department_id = $3 THEN precedent_of END,
    lead_department_id = $3, supporting_department_ids = $4, reason = $5, reason_en = $6, version = version + 1
  WHERE subdistrict_id = $1 AND category_code = $2`;
const SETTLE = `UPDATE routing_proposal SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5
  WHERE id = $1`;
const TRAIL = `INSERT INTO timeline_entry
    (subdistrict_id, aggregate_id, version, decision_id, kind, actor_id, actor_role, at, details)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

type Proposed = Pick<
  RoutingProposal,
  | 'id'
  | 'subdistrictId'
  | 'categoryCode'
  | 'leadDepartmentId'
  | 'supportingDepartmentIds'
  | 'reason'
  | 'reasonEn'
  | 'basedOn'
  | 'state'
  | 'proposedBy'
>;

interface Done {
  actor: Actor;
  role: Role;
  at: Date;
}

/** Until the transaction ends nobody else changes it, a ruling neither. */
export const lockRow = async (
  client: pg.PoolClient,
  subdistrictId: string,
  categoryCode: string,
): Promise<RoutingRow | undefined> => (await queryRows<RoutingRow>(client, ROW, [subdistrictId, categoryCode]))[0];

export const lockProposal = async (client: pg.PoolClient, id: string): Promise<Proposed | undefined> =>
  (await queryRows<Proposed>(client, PROPOSAL, [id]))[0];

/** One proposal for a row waits at a time; whoever asks holds the row, so that two do not come at once. */
export const isWaiting = async (client: pg.PoolClient, { subdistrictId, categoryCode }: RoutingRow): Promise<boolean> =>
  (await queryRows(client, OPEN, [subdistrictId, categoryCode])).length > 0;

/** The same units in the same order, for the same reason. */
export function isSame(
  row: RoutingRow,
  { leadDepartmentId, supportingDepartmentIds, reason }: ProposeRouting,
): boolean {
  const now = [row.leadDepartmentId, row.reason, ...row.supportingDepartmentIds];
  return JSON.stringify(now) === JSON.stringify([leadDepartmentId, reason, ...supportingDepartmentIds]);
}

export async function addProposal(
  client: pg.PoolClient,
  { id, row, body, ...done }: Done & { id: string; row: RoutingRow; body: ProposeRouting },
): Promise<void> {
  const { subdistrictId, categoryCode, version } = row;
  const { leadDepartmentId, supportingDepartmentIds, reason, reasonEn = reason } = body;
  const units = [leadDepartmentId, supportingDepartmentIds, reason, reasonEn];
  await client.query(ADD, [id, subdistrictId, categoryCode, ...units, version, done.actor.userId, done.at]);
  const before = { leadDepartmentId: row.leadDepartmentId, supportingDepartmentIds: row.supportingDepartmentIds };
  await note(client, id, { version: 1, kind: 'routingProposed', details: { categoryCode, before, after: body } }, done);
}

/** The row is as proposed from now on, and whoever routes by it hears of it. */
export async function putIntoForce(
  client: pg.PoolClient,
  { row, proposal, at }: { row: RoutingRow; proposal: Proposed; at: Date },
): Promise<void> {
  const { subdistrictId, categoryCode } = row;
  const { leadDepartmentId, supportingDepartmentIds, reason, reasonEn } = proposal;
  const units = [leadDepartmentId, supportingDepartmentIds, reason, reasonEn];
  await client.query(CHANGE, [subdistrictId, categoryCode, ...units]);
  const data = { categoryCode, leadDepartmentId, supportingDepartmentIds };
  const event = { type: 'routing.changed.v1', subject: categoryCode, data } as const;
  const now = at.getTime();
  await announce(client, [envelopeOf(event, { source: 'departments', subdistrictId, at: now, sequence: now })]);
}

export async function settle(
  client: pg.PoolClient,
  { proposal, body: { verdict, reason }, ...done }: Done & { proposal: Proposed; body: DecideRouting },
): Promise<void> {
  const state = verdict === 'approve' ? 'APPROVED' : 'REJECTED';
  await client.query(SETTLE, [proposal.id, state, done.actor.userId, done.at, reason ?? null]);
  const kind = verdict === 'approve' ? 'routingApproved' : 'routingRejected';
  const { categoryCode } = proposal;
  await note(client, proposal.id, { version: 2, kind, details: { categoryCode, ...(reason ? { reason } : {}) } }, done);
}

async function note(
  client: pg.PoolClient,
  id: string,
  { version, kind, details }: { version: number; kind: string; details: object },
  { actor, role, at }: Done,
): Promise<void> {
  const line = [actor.subdistrictId, id, version, `${id}#${version}`, kind, actor.userId, role, at];
  await client.query(TRAIL, [...line, JSON.stringify(details)]);
}
